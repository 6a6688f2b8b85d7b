/// store_kit.h — folders, people and events for the tests of the store.
#ifndef PS_TEST_STORE_KIT_H
#define PS_TEST_STORE_KIT_H

#include "events.h"
#include "shell/codec/buffer.h"
#include "shell/store/store.h"
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KIT_PATH = 600 };

/// A new empty folder, in memory where there is one: these tests are not about the disk's speed.
static inline void kit_folder(char path[KIT_PATH])
{
    const bool fast = access("/dev/shm", W_OK) == 0;
    snprintf(path, KIT_PATH, "%s/psoas-test-XXXXXX", fast ? "/dev/shm" : "/tmp");
    if (!mkdtemp(path)) abort();
}

static inline int kit_remove_one(const char *path, const struct stat *info, int kind,
                                 struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return remove(path);
}

/// Removes the folder and all that is in it.
static inline void kit_remove(const char *path)
{
    enum { OPEN_MAX_FOLDERS = 8 };
    CHECK(path, nftw(path, kit_remove_one, OPEN_MAX_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0);
}

/// A number from the environment, for tests that may run longer.
static inline int32_t kit_asked(const char *name, int32_t fallback)
{
    const char *text = getenv(name);
    return text ? (int32_t)strtol(text, NULL, 10) : fallback;
}

static inline const char *kit_join(char path[KIT_PATH], const char *folder, const char *name)
{
    if (snprintf(path, KIT_PATH, "%s/%s", folder, name) >= KIT_PATH) abort();
    return path;
}

/// Whether a file holds the bytes of `text`.
static inline bool kit_file_has(const char *name, const char *text)
{
    bool has = false;
    struct stat info = {0};
    const int file = open(name, O_RDONLY);
    if (file >= 0 && fstat(file, &info) == 0 && info.st_size > 0) {
        char *bytes = malloc((size_t)info.st_size);
        if (!bytes || read(file, bytes, (size_t)info.st_size) != info.st_size) abort();
        has = memmem(bytes, (size_t)info.st_size, text, strlen(text)) != NULL;
        free(bytes);
    }
    if (file >= 0) close(file);
    return has;
}

/// How many files of the folder do.
static inline int32_t kit_files_with(const char *path, const char *text)
{
    int32_t count = 0;
    DIR *folder = opendir(path);
    for (struct dirent *at = NULL; folder && (at = readdir(folder));) {
        char name[2 * KIT_PATH];
        if (snprintf(name, sizeof name, "%s/%s", path, at->d_name) >= (int)sizeof name) abort();
        count += at->d_name[0] != '.' && kit_file_has(name, text);
    }
    if (folder) closedir(folder);
    return count;
}

/// A report of pain, different for each sequence, a minute after the one before.
static inline ps_event kit_event(const char *person, const char *device, int64_t sequence)
{
    static const char *const notes[] = {"after the stairs", "on the way home",
                                        "nachts \xc3\xbc\xc3\xb6", "a \"quote\" and a \\"};
    ps_event event = event_of(PS_EVENT_pain_reported, device, sequence);
    event.person = person;
    event.at.ms += 60000 * sequence;
    event.as.pain_reported.pain = (int32_t)(sequence % 11);
    event.as.pain_reported.note = notes[sequence % PS_COUNT(notes)];
    return event;
}

/// Appends one event and tells how it went.
static inline ps_code kit_append(store *to, ps_event event)
{
    ps_error err = {0};
    store_appended appended;
    return store_append(to, &event, 1, &appended, &err);
}

static inline void kit_person(store *to, const char *name, const char *id)
{
    ps_error err = {0};
    store_person added;
    const ps_code code = store_person_add(to, name, id, &added, &err);
    if (code != PS_OK) printf("# %s: %s\n", name, err.text);
    CHECK(name, code == PS_OK);
}

/// Events of a person, until kit_forget. A failure leaves -1 in count.
typedef struct {
    const ps_event *events;
    int32_t count;
    ps_code code;
    ps_arena room;
} kit_history;

static inline kit_history kit_read(store *from, const char *person)
{
    kit_history read = {.count = -1};
    ps_error err = {0};
    size_t bytes = 0;
    read.code = store_read_size(from, person, &bytes, &err);
    // events may come in between, and an empty room is none
    if (read.code == PS_OK) read.code = room_open(bytes + (1 << 20), &read.room, &err);
    if (read.code == PS_OK) {
        read.code = store_read(from, person, &read.room, &read.events, &read.count, &err);
    }
    if (read.code != PS_OK && read.code != PS_UNKNOWN) printf("# %s: %s\n", person, err.text);
    return read;
}

static inline void kit_forget(kit_history *of) { room_close(&of->room); }

static inline int32_t kit_count(store *from, const char *person)
{
    kit_history read = kit_read(from, person);
    kit_forget(&read);
    return read.count;
}

/// How many of `events` are equal to `event`.
static inline int32_t kit_times(const kit_history *in, const ps_event *event)
{
    int32_t times = 0;
    for (int32_t i = 0; i < in->count; i++) times += ps_event_same(&in->events[i], event);
    return times;
}

#endif
