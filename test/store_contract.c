// What every kind of store does, run against each of them (store_kinds.h): one caller at a time.
// Facts: appends, conflicts, people, deletion. Laws: fold order whatever the order of arrival; any
// event comes back as it was; a batch is added whole or not at all.
#include "some_events.h"
#include "store_kinds.h"

// ---- appending and reading ----

CONTRACT(every_kind_of_event_comes_back)
{
    ps_event events[EVENT_KINDS];
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        events[i] = event_of((ps_event_kind)i, "phone", i + 10);
        events[i].at.ms += 1000 * i;
    }
    store_appended appended = {0};
    ps_error err = {0};
    CHECK(row, store_append(in, events, EVENT_KINDS, &appended, &err) == PS_OK);
    CHECK(row, appended.added == EVENT_KINDS && appended.present == 0);

    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == EVENT_KINDS);
    for (int32_t i = 0; i < read.count; i++) CHECK(row, ps_event_same(&read.events[i], &events[i]));
    kit_forget(&read);
}

CONTRACT(any_events_come_back)
{
    enum { COUNT = 150 };
    static ps_event events[COUNT];
    ps_arena room = {0};
    ps_error err = {0};
    uint64_t seed = 11;
    CHECK(row, room_open((size_t)COUNT * SOME_EVENT_ROOM, &room, &err) == PS_OK);
    for (int32_t i = 0; i < COUNT; i++) {
        const ps_event_kind kind = (ps_event_kind)test_between(&seed, 0, SOME_EVENT_KINDS - 1);
        events[i] = some_event(&seed, kind, "ann", "phone", i + 1, &room);
    }
    const ps_code code = store_append(in, events, COUNT, NULL, &err);
    if (code != PS_OK) printf("# %s\n", err.text);
    CHECK(row, code == PS_OK);
    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == COUNT);
    for (int32_t i = 0; i < COUNT; i++) CHECK(row, kit_times(&read, &events[i]) == 1);
    kit_forget(&read);
    room_close(&room);
}

CONTRACT(reading_is_in_fold_order)
{
    enum { COUNT = 300 };
    static const char *const devices[] = {"a", "B", "a.b", "_", "phone-0"};
    static ps_event events[COUNT];
    uint64_t seed = 7;
    for (int32_t i = 0; i < COUNT; i++) {
        events[i] = kit_event("ann", devices[test_between(&seed, 0, 4)], i + 1);
        events[i].at.ms = EVENT_MS + test_between(&seed, 0, 20);
        events[i].at.offset_min = test_between(&seed, -600, 600);
    }
    for (int32_t i = COUNT; i > 0;) { // any order, in batches of any size
        const int32_t size = test_between(&seed, 1, i < 20 ? i : 20);
        i -= size;
        ps_error err = {0};
        CHECK(row, store_append(in, events + i, size, NULL, &err) == PS_OK);
    }
    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == COUNT);
    for (int32_t i = 1; i < read.count; i++) {
        CHECK(row, ps_event_order(&read.events[i - 1], &read.events[i]) < 0);
    }
    for (int32_t i = 0; i < COUNT; i++) CHECK(row, kit_times(&read, &events[i]) == 1);
    kit_forget(&read);
}

CONTRACT(sending_again_is_harmless)
{
    ps_event events[4];
    for (int32_t i = 0; i < 4; i++) events[i] = kit_event("ann", "phone", i % 3 + 1);
    store_appended appended = {0};
    ps_error err = {0};
    CHECK(row, store_append(in, events, 4, &appended, &err) == PS_OK);
    CHECK(row, appended.added == 3 && appended.present == 1); // one twice in the batch
    CHECK(row, store_append(in, events, 4, &appended, &err) == PS_OK);
    CHECK(row, appended.added == 0 && appended.present == 4);
    CHECK(row, kit_count(in, "ann") == 3);

    CHECK(row, store_append(in, NULL, 0, &appended, &err) == PS_OK);
    CHECK(row, appended.added == 0 && appended.present == 0);
}

CONTRACT(other_content_under_a_key_is_a_conflict)
{
    const ps_event first = kit_event("ann", "phone", 5);
    ps_event changed[5];
    for (int32_t i = 0; i < 5; i++) changed[i] = first;
    changed[0].at.ms++;
    changed[1].at.offset_min++;
    changed[2].as.pain_reported.pain++;
    changed[3].as.pain_reported.note = NULL;
    changed[4] = event_of(PS_EVENT_morning_reported, "phone", 5);
    changed[4].at = first.at;

    CHECK(row, kit_append(in, first) == PS_OK);
    for (int32_t i = 0; i < 5; i++) {
        ps_error err = {0};
        CHECK(row, store_append(in, &changed[i], 1, NULL, &err) == PS_CONFLICT);
        CHECK_TEXT(row, err.text,
                   "event 5 of device 'phone' for person 'ann' is there with other content");
    }
    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == 1 && ps_event_same(&read.events[0], &first));
    kit_forget(&read);
}

CONTRACT(a_batch_is_added_whole_or_not_at_all)
{
    enum { SIZE = 6 };
    const ps_event there = kit_event("ann", "phone", 100);
    CHECK(row, kit_append(in, there) == PS_OK);
    static const struct {
        const char *what;
        ps_code code;
    } faults[] = {
        {"conflict", PS_CONFLICT},
        {"unknown",  PS_UNKNOWN },
        {"range",    PS_RANGE   },
    };
    for (int32_t fault = 0; fault < PS_COUNT(faults); fault++) {
        for (int32_t at = 0; at < SIZE; at++) {
            ps_event batch[SIZE];
            for (int32_t i = 0; i < SIZE; i++) batch[i] = kit_event("ann", "phone", i + 1);
            if (fault == 0) batch[at] = there, batch[at].at.ms++;
            if (fault == 1) batch[at].person = "bob";
            if (fault == 2) batch[at].as.pain_reported.pain = 11;
            ps_error err = {0};
            CHECK(row, store_append(in, batch, SIZE, NULL, &err) == faults[fault].code);
            CHECK(faults[fault].what, kit_count(in, "ann") == 1);
        }
    }
}

CONTRACT(people_and_events_are_added_together)
{
    const store_person newcomers[2] = {
        {.id = "bob", .name = " Bob "},
        {.id = "cid", .name = "Cid"  }
    };
    const ps_event events[3] = {kit_event("bob", "phone", 1), kit_event("ann", "phone", 2),
                                kit_event("cid", "phone", 3)};
    store_appended appended = {0};
    store_person found = {0};
    ps_error err = {0};
    CHECK(row, store_append_with_people(in, newcomers, 2, events, 3, &appended, &err) == PS_OK);
    CHECK(row, appended.added == 3 && appended.present == 0);
    CHECK(row, store_person_find(in, "BOB", &found, &err) == PS_OK && found.events == 1);
    CHECK(row, strcmp(found.name, "Bob") == 0 && found.created_ms > 0);
    CHECK(row, kit_count(in, "ann") == 1 && kit_count(in, "cid") == 1);
    const store_person alone = {.id = "dora", .name = "Dora"};
    CHECK(row, store_append_with_people(in, &alone, 1, NULL, 0, NULL, &err) == PS_OK);
    CHECK(row, kit_count(in, "dora") == 0);
}

CONTRACT(people_and_events_are_added_together_or_not_at_all)
{
    const ps_event there = kit_event("ann", "phone", 100);
    CHECK(row, kit_append(in, there) == PS_OK);
    static const struct {
        const char *what, *name, *id; // of the second person
        int64_t sequence;             // of the last event
        int32_t pain;
        const char *person;
        ps_code code;
    } faults[] = {
        {"name is taken",    "ANN", "cid", 5,   3,  "bob", PS_CONFLICT},
        {"id is taken",      "Cid", "ann", 5,   3,  "bob", PS_CONFLICT},
        {"same person",      "Bob", "bob", 5,   3,  "bob", PS_CONFLICT},
        {"no name",          " ",   "cid", 5,   3,  "bob", PS_RANGE   },
        {"no id",            "Cid", "",    5,   3,  "bob", PS_RANGE   },
        {"event at fault",   "Cid", "cid", 5,   11, "bob", PS_RANGE   },
        {"event in the way", "Cid", "cid", 100, 3,  "ann", PS_CONFLICT},
        {"event of nobody",  "Cid", "cid", 5,   3,  "dan", PS_UNKNOWN },
    };
    for (int32_t i = 0; i < PS_COUNT(faults); i++) {
        store_person people[2] = {
            {.id = "bob", .name = "Bob"}
        };
        ps_event events[2] = {kit_event("bob", "phone", 1), kit_event("ann", "phone", 2)};
        store_person found[3];
        int32_t count = 0;
        ps_error err = {0};
        snprintf(people[1].id, STORE_ID, "%s", faults[i].id);
        snprintf(people[1].name, sizeof people[1].name, "%s", faults[i].name);
        events[1].person = faults[i].person;
        events[1].sequence = faults[i].sequence;
        events[1].as.pain_reported.pain = faults[i].pain;
        const ps_code code = store_append_with_people(in, people, 2, events, 2, NULL, &err);
        if (code != faults[i].code) printf("# %s: %s\n", faults[i].what, err.text);
        CHECK(faults[i].what, code == faults[i].code && err.text[0]);
        CHECK(faults[i].what, store_people(in, found, 3, &count, &err) == PS_OK && count == 1);
        CHECK(faults[i].what, kit_count(in, "ann") == 1 && kit_count(in, "bob") == -1);
    }
}

CONTRACT(numbers_that_are_used_up_say_so)
{
    ps_error err = {0};
    int64_t sequence = 7;
    ps_event event = kit_event("ann", store_device(in), 1);
    event.sequence = PS_SEQUENCE_MAX - 1;
    CHECK(row, kit_append(in, event) == PS_OK);
    CHECK(row, store_next_sequence(in, "ann", &sequence, &err) == PS_OK);
    CHECK(row, sequence == PS_SEQUENCE_MAX);
    event.sequence = PS_SEQUENCE_MAX;
    CHECK(row, kit_append(in, event) == PS_OK);
    CHECK(row, store_next_sequence(in, "ann", &sequence, &err) == PS_RANGE);
    CHECK(row, sequence == PS_SEQUENCE_MAX && strstr(err.text, "'ann' are used up") != NULL);
}

CONTRACT(what_is_not_known_says_so)
{
    ps_error err = {0};
    int64_t sequence = 0;
    size_t bytes = 0;
    int32_t count = 0;
    const ps_event *events = NULL;
    ps_arena none = {0};
    CHECK(row, kit_append(in, kit_event("bob", "phone", 1)) == PS_UNKNOWN);
    CHECK(row, store_next_sequence(in, "bob", &sequence, &err) == PS_UNKNOWN);
    CHECK(row, store_read_size(in, "bob", &bytes, &err) == PS_UNKNOWN);
    CHECK(row, store_read(in, "bob", &none, &events, &count, &err) == PS_UNKNOWN);
    CHECK(row, store_person_rename(in, "bob", "Bob", &err) == PS_UNKNOWN);
    CHECK(row, store_person_delete(in, "bob", &err) == PS_UNKNOWN);
    CHECK_TEXT(row, err.text, "no such person 'bob'");
}

CONTRACT(a_small_room_is_refused_and_given_back)
{
    for (int32_t i = 1; i <= 20; i++) CHECK(row, kit_append(in, kit_event("ann", "p", i)) == PS_OK);
    ps_error err = {0};
    size_t bytes = 0;
    CHECK(row, store_read_size(in, "ann", &bytes, &err) == PS_OK);
    static _Alignas(16) char memory[1 << 18];
    CHECK(row, bytes < sizeof memory);
    const ps_event *events = NULL;
    int32_t count = 0, refused = 0;
    for (size_t size = 0; size < bytes; size += 97) {
        ps_arena room = ps_arena_over(memory, size);
        const ps_code code = store_read(in, "ann", &room, &events, &count, &err);
        CHECK(row, code == PS_OK || (code == PS_NOMEM && room.used == 0));
        refused += code != PS_OK;
    }
    CHECK(row, refused > 0);
    ps_arena room = ps_arena_over(memory, bytes);
    CHECK(row, store_read(in, "ann", &room, &events, &count, &err) == PS_OK && count == 20);
}

CONTRACT(the_largest_event_fits)
{
    static ps_span spans[PS_SPANS_MAX];
    for (int32_t i = 0; i < PS_SPANS_MAX; i++) {
        spans[i] = (ps_span){"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000.0190aaaa-bbbb-7ccc-8ddd-eee",
                             PS_SEQUENCE_MAX, PS_SEQUENCE_MAX};
    }
    ps_event event = event_of(PS_EVENT_imported, "phone", PS_SEQUENCE_MAX);
    event.as.imported.added = (ps_spans){spans, PS_SPANS_MAX};
    CHECK(row, kit_append(in, event) == PS_OK);
    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == 1 && kit_times(&read, &event) == 1);
    kit_forget(&read);
}

CONTRACT(sequences_go_on_for_each_person)
{
    ps_error err = {0};
    int64_t sequence = 0;
    kit_person(in, "Bob", "bob");
    CHECK(row, store_next_sequence(in, "ann", &sequence, &err) == PS_OK && sequence == 1);
    CHECK(row, kit_append(in, kit_event("ann", store_device(in), 41)) == PS_OK);
    CHECK(row, kit_append(in, kit_event("ann", store_device(in), 7)) == PS_OK);
    CHECK(row, kit_append(in, kit_event("ann", "another-device", 99)) == PS_OK);
    CHECK(row, kit_append(in, kit_event("ann", "0", 99)) == PS_OK);
    CHECK(row, store_next_sequence(in, "ann", &sequence, &err) == PS_OK && sequence == 42);
    CHECK(row, store_next_sequence(in, "bob", &sequence, &err) == PS_OK && sequence == 1);
}

CONTRACT(facts_count_everything)
{
    store_facts facts = {0};
    ps_error err = {0};
    kit_person(in, "Bob", "bob");
    CHECK(row, store_facts_of(in, &facts, &err) == PS_OK);
    CHECK(row, facts.people == 2 && facts.events == 0 && facts.newest_event_ms == 0);
    for (int32_t i = 1; i <= 5; i++) {
        CHECK(row, kit_append(in, kit_event(i % 2 ? "ann" : "bob", "p", i)) == PS_OK);
    }
    CHECK(row, store_facts_of(in, &facts, &err) == PS_OK);
    CHECK(row, facts.events == 5 && facts.newest_event_ms == EVENT_MS + 5 * 60000);
    CHECK(row, facts.unreadable == 0 && facts.bytes > 0 && facts.schema == facts.newest_schema);
}

// ---- people ----

CONTRACT(names_are_trimmed_checked_and_unique)
{
#define SIXTY "123456789 123456789 123456789 123456789 123456789 1234567890"
    static const struct {
        const char *name, *id;
        ps_code code;
        const char *text; // the name as it is kept, or the error
    } people[] = {
        {"Bob",              "b",                                        PS_OK,       "Bob"                                                         },
        {"\t Zo\xc3\xab \n", NULL,                                       PS_OK,       "Zo\xc3\xab"                                                  },
        {SIXTY,              NULL,                                       PS_OK,       SIXTY                                                         },
        {SIXTY "1",          NULL,                                       PS_RANGE,    "name: want 1 to 60 bytes"                                    },
        {"",                 NULL,                                       PS_RANGE,    "name: want 1 to 60 bytes"                                    },
        {" \n\t ",           NULL,                                       PS_RANGE,    "name: want 1 to 60 bytes"                                    },
        {"B\x1b[2J",         NULL,                                       PS_RANGE,
         "name: want UTF-8 without control characters, not byte 0x1b at 2"                                                                          },
        {"B\xff",            NULL,                                       PS_RANGE,
         "name: want UTF-8 without control characters, not byte 0xff at 2"                                                                          },
        {"ANN",              "x",                                        PS_CONFLICT, "there is somebody called 'ANN' already; choose another name" },
        {"Annie",            "ann",                                      PS_CONFLICT,
         "there is somebody with the id 'ann' already; choose another"                                                                              },
        {"Zo\xc3\x8b",       NULL,                                       PS_OK,       "Zo\xc3\x8b"                                                  }, // only ASCII folds
        {"Cid",              "a b",                                      PS_RANGE,    "id: want only letters A-Z, digits, '.', '_' and '-', not ' '"},
        {"Cid",              "",                                         PS_RANGE,    "id: want 1 to 39 bytes"                                      },
        {"Cid",              "1234567890123456789012345678901234567890", PS_RANGE,    "id: want 1 to 39 bytes"                                      },
    };
    for (int32_t i = 0; i < PS_COUNT(people); i++) {
        store_person added = {0};
        ps_error err = {0};
        CHECK(row,
              store_person_add(in, people[i].name, people[i].id, &added, &err) == people[i].code);
        CHECK_TEXT(row, people[i].code == PS_OK ? added.name : err.text, people[i].text);
        if (people[i].code != PS_OK) continue;
        if (people[i].id) CHECK_TEXT(row, added.id, people[i].id);
        CHECK(row, added.created_ms > 0 && added.events == 0);
    }
}

CONTRACT(people_come_in_the_order_of_their_names)
{
    static const char *const names[] = {"bob", "Zed", "\xc3\x89va", "Bea", "anna", "ANNE"};
    static const char *const sorted[] = {"Ann", "anna", "ANNE", "Bea", "bob", "Zed", "\xc3\x89va"};
    for (int32_t i = 0; i < PS_COUNT(names); i++) kit_person(in, names[i], NULL);
    CHECK(row, kit_append(in, kit_event("ann", "phone", 1)) == PS_OK);

    store_person people[10] = {0};
    int32_t count = 0;
    ps_error err = {0};
    CHECK(row, store_people(in, people, 10, &count, &err) == PS_OK);
    CHECK(row, count == PS_COUNT(sorted));
    for (int32_t i = 0; i < PS_COUNT(sorted); i++) {
        CHECK_TEXT(row, people[i].name, sorted[i]);
        CHECK(row, people[i].events == (i == 0));
    }
    people[2].name[0] = '\0';
    CHECK(row, store_people(in, people, 2, &count, &err) == PS_OK);
    CHECK(row, count == PS_COUNT(sorted) && people[2].name[0] == '\0');
}

CONTRACT(people_are_found_by_name_or_id)
{
    kit_person(in, "ben", "person-2");
    kit_person(in, "Person-2", "other"); // named like somebody's id
    static const struct {
        const char *asked, *id, *text;
    } rows[] = {
        {"ann",       "ann",      NULL                                       },
        {"ANN",       "ann",      NULL                                       },
        {"Ben",       "person-2", NULL                                       },
        {"person-2",  "person-2", NULL                                       },
        {"PERSON-2",  "other",    NULL                                       },
        {"Anm",       NULL,       "no such person 'Anm'; did you mean 'Ann'?"},
        {"zacharias", NULL,       "no such person 'zacharias'"               },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        store_person found = {0};
        ps_error err = {0};
        const ps_code code = store_person_find(in, rows[i].asked, &found, &err);
        CHECK(row, code == (rows[i].id ? PS_OK : PS_UNKNOWN));
        CHECK_TEXT(row, rows[i].id ? found.id : err.text, rows[i].id ? rows[i].id : rows[i].text);
    }
}

CONTRACT(people_can_be_renamed)
{
    ps_error err = {0};
    store_person found = {0};
    kit_person(in, "Bob", "bob");
    CHECK(row, store_person_rename(in, "ann", " bob ", &err) == PS_CONFLICT);
    CHECK(row, store_person_rename(in, "ann", "ANN", &err) == PS_OK); // of oneself: no conflict
    CHECK(row, store_person_rename(in, "ann", "Zoe", &err) == PS_OK);
    CHECK(row, store_person_rename(in, "ann", "", &err) == PS_RANGE);
    CHECK(row, store_person_find(in, "zoe", &found, &err) == PS_OK);
    CHECK_TEXT(row, found.id, "ann");
    CHECK(row, store_person_find(in, "ann", &found, &err) == PS_OK); // still the id
    store_person people[2];
    int32_t count = 0;
    CHECK(row, store_people(in, people, 2, &count, &err) == PS_OK && count == 2);
    CHECK_TEXT(row, people[0].name, "Bob");
}

CONTRACT(deleting_takes_one_person_and_all_their_events)
{
    ps_error err = {0};
    store_person found;
    kit_person(in, "Bob", "bob");
    for (int32_t i = 1; i <= 30; i++) {
        CHECK(row, kit_append(in, kit_event(i % 3 ? "ann" : "bob", "phone", i)) == PS_OK);
    }
    CHECK(row, store_person_delete(in, "ann", &err) == PS_OK);
    CHECK(row, kit_count(in, "ann") == -1 && kit_count(in, "bob") == 10);
    CHECK(row, store_person_find(in, "Ann", &found, &err) == PS_UNKNOWN);
    CHECK(row, kit_append(in, kit_event("ann", "phone", 1)) == PS_UNKNOWN);

    kit_person(in, "Ann", "ann");
    CHECK(row, kit_count(in, "ann") == 0);
    CHECK(row, kit_append(in, kit_event("ann", "phone", 1)) == PS_OK);
    CHECK(row, kit_count(in, "ann") == 1);
}

CONTRACT(ids_are_uuids_of_version_7)
{
    char before[STORE_ID] = "";
    snprintf(before, sizeof before, "%s", store_device(in));
    for (int32_t i = 0; i < 50; i++) {
        char name[20], *end = NULL;
        store_person added = {0};
        ps_error err = {0};
        snprintf(name, sizeof name, "person %d", i);
        CHECK(row, store_person_add(in, name, NULL, &added, &err) == PS_OK);
        CHECK(row, strlen(added.id) == 36 && added.id[14] == '7' && strchr("89ab", added.id[19]));
        CHECK(row, strcmp(added.id, before) != 0);
        char ms[13];
        snprintf(ms, sizeof ms, "%.8s%.4s", added.id, added.id + 9);
        const int64_t made = (int64_t)strtoull(ms, &end, 16);
        CHECK(row, *end == '\0' && llabs(made - added.created_ms) < 60000);
        snprintf(before, sizeof before, "%s", added.id);
    }
}

TEST_MAIN(TEST_CASE(every_kind_of_event_comes_back), TEST_CASE(any_events_come_back),
          TEST_CASE(reading_is_in_fold_order), TEST_CASE(sending_again_is_harmless),
          TEST_CASE(other_content_under_a_key_is_a_conflict),
          TEST_CASE(a_batch_is_added_whole_or_not_at_all),
          TEST_CASE(people_and_events_are_added_together),
          TEST_CASE(people_and_events_are_added_together_or_not_at_all),
          TEST_CASE(numbers_that_are_used_up_say_so), TEST_CASE(what_is_not_known_says_so),
          TEST_CASE(a_small_room_is_refused_and_given_back), TEST_CASE(the_largest_event_fits),
          TEST_CASE(sequences_go_on_for_each_person), TEST_CASE(facts_count_everything),
          TEST_CASE(names_are_trimmed_checked_and_unique),
          TEST_CASE(people_come_in_the_order_of_their_names),
          TEST_CASE(people_are_found_by_name_or_id), TEST_CASE(people_can_be_renamed),
          TEST_CASE(deleting_takes_one_person_and_all_their_events),
          TEST_CASE(ids_are_uuids_of_version_7))
