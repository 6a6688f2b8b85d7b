// What the core must be given instead of taking.
#include <string.h>

#include "tidy.h"

// Lists of names with blanks between; a trailing '*' stands for any ending.
static const char memory[] = "malloc calloc realloc reallocarray aligned_alloc free strdup strndup "
                             "alloca qsort"; // glibc's qsort may call malloc
static const char files[] = "printf fprintf dprintf vprintf vfprintf puts fputs putc fputc putchar "
                            "fopen fclose fread fwrite fgets fgetc getc getchar gets scanf fscanf "
                            "perror";
static const char unbounded[] = "sprintf vsprintf strcpy strcat stpcpy strncpy strtok";
static const char clocks[] = "time clock clock_gettime gettimeofday timespec_get localtime gmtime "
                             "mktime strftime difftime nanosleep sleep";
static const char chance[] = "rand srand random drand48 getrandom";
static const char process[] = "exit _Exit abort atexit getenv setenv raise system setjmp longjmp "
                              "pthread_* thrd_* mtx_*";
static const char locale[] = "setlocale localeconv isalpha isdigit isalnum isspace isupper islower "
                             "ispunct isprint iscntrl isgraph isxdigit tolower toupper strcoll "
                             "strcasecmp strncasecmp sscanf strtod strtof strtold atof atoi atol "
                             "strtol strtoul strtoll strtoull";

// The same names with the endings f and l too. sqrt, fabs, floor, ceil, fmod are exact everywhere.
static const char transcendental[] = "sin cos tan asin acos atan atan2 sincos sinh cosh tanh asinh "
                                     "acosh atanh exp exp2 exp10 expm1 log log2 log10 log1p pow "
                                     "cbrt hypot erf erfc tgamma lgamma";

static const struct {
    const char *names, *why;
} banned[] = {
    {memory,    "memory comes from an arena"         },
    {files,     "the core does no I/O"               },
    {unbounded, "it has no bound, or hidden state"   },
    {clocks,    "time is an argument"                },
    {chance,    "a seed is an argument"              },
    {process,   "the core does not touch the process"},
    {locale,    "it depends on the locale"           },
};

static const struct {
    const char *word, *why;
} banned_words[] = {
    {"long", "its size differs in wasm, use int64_t or double"},
    {"goto", "there is nothing to clean up, return early"     },
};

static void check_call(const source *s, const char *name, size_t len)
{
    const int line = line_of(s->code, name);
    const bool ending = len > 1 && (name[len - 1] == 'f' || name[len - 1] == 'l');
    if (listed(transcendental, name, len) || (ending && listed(transcendental, name, len - 1))) {
        complain(s->path, line, "libm differs between machines, use the core's own: %.*s", (int)len,
                 name);
    }
    for (size_t i = 0; i < COUNT(banned); i++) {
        if (!listed(banned[i].names, name, len)) continue;
        complain(s->path, line, "the core may not call %.*s: %s", (int)len, name, banned[i].why);
    }
}

static void check_words(const source *s)
{
    for (const char *at = s->code; *at;) {
        if (!is_word_byte(*at)) {
            at++;
            continue;
        }
        size_t len = 0;
        while (is_word_byte(at[len])) len++;
        if (at[len + strspn(at + len, " ")] == '(') check_call(s, at, len);
        for (size_t i = 0; i < COUNT(banned_words); i++) {
            if (strlen(banned_words[i].word) != len || !starts(at, banned_words[i].word)) continue;
            complain(s->path, line_of(s->code, at), "no '%s' in the core: %s", banned_words[i].word,
                     banned_words[i].why);
        }
        at += len;
    }
}

// Whether the conversion behind a '%' prints a floating-point number: its digits may differ.
static bool prints_double(const char *behind_percent)
{
    const char *at = behind_percent + strspn(behind_percent, "-+ #0123456789.*hlLjzt");
    return *at && strchr("aAeEfFgG", *at);
}

static void check_formats(const source *s)
{
    for (size_t at = 0; at < s->len;) {
        const size_t to = skip_span(s->text, at);
        for (size_t i = at; s->text[at] == '"' && i + 1 < to; i++) {
            if (s->text[i] != '%') continue;
            if (prints_double(s->text + i + 1)) {
                complain(s->path, line_of(s->text, s->text + i),
                         "the core may not format floating point: its digits depend on the libc");
            }
            i++; // the second of "%%" starts nothing
        }
        at = to > at ? to : at + 1;
    }
}

void check_core(const source *s)
{
    check_words(s);
    check_formats(s);
}
