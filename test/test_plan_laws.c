// Laws of every plan (domain 5.15), over generated people: whatever codes, equipment, limits, week
// and training state, the plan keeps them.
#include "plan_laws.h"
#include "plan_people.h"

enum { PEOPLE = 100000, SHOWN_MAX = 20 };

// ---- two plans ----

static uint64_t mix(uint64_t hash, int64_t value)
{
    return (hash ^ (uint64_t)value) * UINT64_C(0x100000001b3);
}

static uint64_t hash_of(const ps_plan *plan)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        hash = mix(mix(mix(hash, day->day), (int64_t)day->kind), day->seconds);
        for (int32_t i = 0; i < day->count; i++) {
            const ps_plan_item *item = &day->items[i];
            hash = mix(mix(hash, item->exercise), item->seconds);
            hash = mix(mix(hash, item->loaded), item->shortened);
            for (int32_t s = 0; s < item->sides; s++) {
                const ps_asked *asked = &item->asked[s];
                hash = mix(mix(hash, asked->sets), asked->reps);
                hash = mix(mix(hash, asked->hold_s), asked->rung);
            }
            for (int32_t r = 0; r < item->reason_count; r++) {
                hash =
                    mix(mix(hash, (int64_t)item->reasons[r].why), (int64_t)item->reasons[r].role);
            }
        }
    }
    for (int32_t e = 0; e < all->exercises.count; e++) {
        const ps_why_not *why = &plan->why_not[e];
        hash = mix(mix(mix(hash, (int64_t)why->all), why->detail), (int64_t)why->codes);
    }
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) hash = mix(hash, plan->micro.sets[d]);
    for (int32_t i = 0; i < plan->note_count; i++) {
        hash = mix(mix(hash, (int64_t)plan->notes[i].kind), plan->notes[i].days);
    }
    return mix(hash, (int64_t)plan->proposals);
}

/// 14: a further code or more irritability opens nothing but a base whose loaded version it closes,
/// and one that was swapped when it closes everything else that could stand in.
static void law_riskier(const ps_plan_input *in, const ps_plan *plan, uint64_t *seed)
{
    ps_plan_input worse = *in;
    if (chance(seed, 60) || in->irritability == PS_IRRITABILITY_HIGH) {
        worse.codes |= UINT64_C(1) << test_between(seed, 0, all->codes.count - 1);
    } else {
        worse.irritability = (ps_irritability)((int32_t)in->irritability + 1);
        if (worse.irritability == PS_IRRITABILITY_HIGH) {
            worse.person_class = PS_CLASS_IRRITABLE;
            worse.codes |= set_of("codes", "IRRITABLE_HIGH");
        }
    }
    for (int32_t e = 0; e < all->exercises.count; e++) {
        if (plan->why_not[e].block == PS_BLOCK_NONE) continue;
        if (ps_plan_why_not(all, &worse, e).block != PS_BLOCK_NONE) continue;
        if (plan->why_not[e].block == PS_BLOCK_SWAPPED) {
            CHECK(law_row,
                  ps_plan_why_not(all, &worse, plan->why_not[e].detail).block != PS_BLOCK_NONE);
            continue;
        }
        const int32_t loaded = engine_of(e)->loaded_exercise;
        CHECK(law_row, loaded != PS_NONE);
        CHECK(law_row, plan->why_not[e].all == UINT32_C(1) << PS_BLOCK_GRADUATED);
        CHECK(law_row, ps_plan_why_not(all, &worse, loaded).block != PS_BLOCK_NONE);
    }
}

static void plans_keep_the_laws(void)
{
    uint64_t sum = 0;
    int64_t items = 0, short_items = 0, stretches = 0, extras = 0, releases = 0, empty = 0;
    int64_t loads = 0, micro = 0, swaps = 0, rests = 0;
    for (int32_t p = 0; p < PEOPLE && test_failed_checks < SHOWN_MAX; p++) {
        uint64_t seed = (uint64_t)p;
        snprintf(law_row, sizeof law_row, "person %d", p);
        const ps_plan_input in = some_person(&seed);
        ps_plan plan;
        CHECK(law_row, ps_plan_make(all, &in, &plan, NULL) == PS_OK);
        law_plan(&in, &plan);
        for (int32_t d = 0; d < plan.day_count; d++) {
            for (int32_t i = 0; i < plan.days[d].count; i++) {
                const ps_plan_item *item = &plan.days[d].items[i];
                items++;
                short_items += item->shortened;
                stretches += is_stretch(item);
                extras += has_reason(item, PS_BECAUSE_B7);
                releases += has_role(item, PS_ROLE_R);
                loads += item->loaded;
            }
        }
        law_riskier(&in, &plan, &seed);
        empty += plan.day_count == 0;
        micro += plan.micro.stretch != PS_NONE;
        for (int32_t e = 0; e < all->exercises.count; e++) {
            swaps += plan.why_not[e].block == PS_BLOCK_SWAPPED;
        }
        for (int32_t i = 0; i < plan.note_count; i++) {
            rests += plan.notes[i].kind == PS_NOTE_ROLE_RESTS;
        }
        const uint64_t hash = hash_of(&plan);
        sum = mix(sum, (int64_t)hash);
        if (p % 4 != 0) continue;
        ps_plan again;
        memset(&again, p & 0xff, sizeof again);
        CHECK(law_row, ps_plan_make(all, &in, &again, NULL) == PS_OK);
        CHECK(law_row, hash_of(&again) == hash);
    }
    // the people must meet everything that the laws speak of
    const int64_t met[] = {items, short_items, stretches, extras, releases,
                           empty, loads,       micro,     swaps,  rests};
    for (int32_t i = 0; i < PS_COUNT(met); i++) CHECK("met", met[i] > PEOPLE / 1000);
    printf("# %" PRId64 " items, %" PRId64 " shortened, %" PRId64 " stretches, %" PRId64
           " extra sets, %" PRId64 " releases, %" PRId64 " without days, %" PRId64
           " loaded, %" PRId64 " top-ups, %" PRId64 " swaps, %" PRId64 " resting roles\n",
           items, short_items, stretches, extras, releases, empty, loads, micro, swaps, rests);
    RECORD("%016" PRIx64, sum);
}

TEST_MAIN(TEST_CASE(plans_keep_the_laws))
