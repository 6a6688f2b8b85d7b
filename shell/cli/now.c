#include "shell/cli/now.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static int32_t offset_minutes(time_t seconds)
{
    struct tm local;
    if (!localtime_r(&seconds, &local)) return 0;
    const long minutes = local.tm_gmtoff / 60;
    return minutes >= -PS_OFFSET_MAX && minutes <= PS_OFFSET_MAX ? (int32_t)minutes : 0;
}

/// A clock from before 1970 or after 2099 is as wrong as those at the limits.
static int64_t within_limits(int64_t ms) { return ms < 0 ? 0 : ms > PS_MS_MAX ? PS_MS_MAX : ms; }

cli_exit now_read(cli *c, ps_instant *now)
{
    const char *given = c->world->variable("PSOAS_NOW");
    if (given && *given) {
        ps_error err = {0};
        if (ps_instant_parse(ps_str_of(given), now, &err) == PS_OK) return CLI_OK;
        return cli_usage(c, "PSOAS_NOW '%s': %s, such as 2026-11-21T07:30:00+01:00", given,
                         err.text);
    }
    struct timespec clock = {0};
    clock_gettime(CLOCK_REALTIME, &clock);
    tzset();
    *now = (ps_instant){
        .ms = within_limits((int64_t)clock.tv_sec * 1000 + clock.tv_nsec / 1000000),
        .offset_min = offset_minutes(clock.tv_sec),
    };
    return CLI_OK;
}

bool now_is_wrong(ps_instant now, int64_t newest_ms)
{
    return now.ms < NOW_OLDEST_MS || now.ms < newest_ms - NOW_SLACK_MS;
}

cli_exit now_check(cli *c, ps_instant now, int64_t newest_ms)
{
    if (cli_value(c, "clock-is-right") || !now_is_wrong(now, newest_ms)) return CLI_OK;

    char clock[NOW_TEXT], newest[NOW_TEXT];
    now_text(now, clock);
    const cli_exit code = cli_exit_of(PS_CLOCK);
    if (newest_ms == 0) {
        cli_complain(c, code, "the clock of this machine says %s, which cannot be right", clock);
    } else {
        now_text((ps_instant){newest_ms, now.offset_min}, newest);
        cli_complain(c, code,
                     "the clock of this machine says %s, but the newest entry it made is from %s",
                     clock, newest);
    }
    buffer_text(&c->messages, "Nothing was changed. Set the clock, or add --clock-is-right if that "
                              "is the time.\n");
    return code;
}

int64_t now_newest(const ps_event *events, int32_t count, const char *device)
{
    int64_t newest = 0;
    for (int32_t i = 0; i < count; i++) {
        if (events[i].kind == PS_EVENT_voided || strcmp(events[i].device, device) != 0) continue;
        if (events[i].at.ms > newest) newest = events[i].at.ms;
    }
    return newest;
}

const char *now_text(ps_instant at, char text[NOW_TEXT])
{
    // the instant's own text, without seconds and offset: "2026-11-21T23:12"
    char full[PS_INSTANT_TEXT];
    ps_instant_format(at, full, sizeof full);
    snprintf(text, NOW_TEXT, "%.10s %.5s", full, full + 11);
    return text;
}
