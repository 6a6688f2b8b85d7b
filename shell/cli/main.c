// The program psoas: what surrounds a run, and nothing else.
#include "shell/cli/cli.h"

#include <errno.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/// A home folder that is not said, or not from the root on, is looked up: health data must not land
/// wherever the person happens to be.
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    if (strcmp(name, "HOME") != 0 || (value && *value == '/')) return value;
    const struct passwd *me = getpwuid(getuid());
    return me ? me->pw_dir : NULL;
}

static int write_all(void *context, bool to_errors, const char *bytes, size_t len)
{
    (void)context;
    const int to = to_errors ? STDERR_FILENO : STDOUT_FILENO;
    for (size_t done = 0; done < len;) {
        const ssize_t wrote = write(to, bytes + done, len - done);
        if (wrote < 0 && errno != EINTR) return errno;
        if (wrote > 0) done += (size_t)wrote;
    }
    return 0;
}

static bool read_line(void *context, char *line, int32_t cap)
{
    (void)context;
    int32_t len = 0;
    int c = getchar();
    if (c == EOF) return false;
    for (; c != EOF && c != '\n'; c = getchar()) {
        if (len < cap - 1) line[len++] = (char)c;
    }
    line[len] = '\0';
    return true;
}

/// A terminal hands over whole lines, so what is not read yet is not in the buffer of stdin.
static bool wait_line(void *context, int32_t ms)
{
    (void)context;
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, ms) > 0;
}

static int32_t terminal_columns(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int main(int count, char **words)
{
    signal(SIGPIPE, SIG_IGN); // a reader that left is an error of write, not the end of us
    const cli_world world = {
        .catalogue = &ps_catalogue_builtin,
        .is_terminal = isatty(STDOUT_FILENO),
        .columns = terminal_columns(),
        .variable = variable,
        .write = write_all,
        .can_ask = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO),
        .read_line = read_line,
        .wait_line = wait_line,
    };
    const int32_t given = count > 0 ? (int32_t)count - 1 : 0;
    return (int)cli_main(&world, given, (const char *const *)words + 1);
}
