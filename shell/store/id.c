/// id.c — UUIDv7 (RFC 9562): 48 bits of time, then random bits, so that new ids sort last.
#include "shell/store/driver.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

int64_t id_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

ps_code id_make(char id[STORE_ID], ps_error *err)
{
    uint8_t bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        return ps_fail(err, PS_IO, (ps_place){0}, "no random numbers: %s", strerror(errno));
    }

    const uint64_t now = (uint64_t)id_now_ms();
    for (int32_t i = 0; i < 6; i++) bytes[i] = (uint8_t)(now >> (40 - 8 * i));
    bytes[6] = (uint8_t)(0x70 | (bytes[6] & 0x0f)); // version 7
    bytes[8] = (uint8_t)(0x80 | (bytes[8] & 0x3f)); // variant of the RFC

    char *to = id;
    for (int32_t i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *to++ = '-';
        to += snprintf(to, 3, "%02x", bytes[i]);
    }
    return PS_OK;
}
