#define _GNU_SOURCE
#include "frames.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

#include "complain.h"
#include "libc.h"

enum { MOST_FILES = 32, MOST_RANGES = 4096, PATH_BYTES = 256, WORD = 8 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct {
    char path[PATH_BYTES];
    int fd;
} files[MOST_FILES];
static unsigned last_file;

static struct {
    uintptr_t begin, end;
    int prot;
} ranges[MOST_RANGES];
static unsigned last_range;

/* A descriptor that stays open, for there will be more to be mapped of the same file. */
static int file_at(const char *path)
{
    unsigned at;

    for (at = 0; at < MOST_FILES; at++)
        if (strcmp(files[at].path, path) == 0)
            return files[at].fd;
    at = last_file++ % MOST_FILES;
    if (files[at].path[0] != 0)
        libc()->close(files[at].fd);
    files[at].path[0] = 0;
    files[at].fd = libc()->open(path, O_RDWR | O_CLOEXEC);
    if (files[at].fd < 0) {
        complain("the shared memory at %s: %s", path, strerror(errno));
        return -errno;
    }
    strcpy(files[at].path, path);
    return files[at].fd;
}

static int file_of(const struct answer *answer, const int64_t **places)
{
    char path[PATH_BYTES];
    uint32_t bytes;

    memcpy(&bytes, answer->body, sizeof(bytes));
    if (bytes >= sizeof(path))
        return -ENAMETOOLONG;
    memcpy(path, answer->body + WORD, bytes);
    path[bytes] = 0;
    *places = (const int64_t *)(answer->body + WORD + (bytes + WORD - 1) / WORD * WORD);
    return file_at(path);
}

/* As the mmap of the node asked for; what is not known of is mapped to be read and written. */
static int prot_at(uintptr_t address)
{
    for (unsigned n = 0; n < MOST_RANGES; n++)
        if (address >= ranges[n].begin && address < ranges[n].end)
            return ranges[n].prot;
    return PROT_READ | PROT_WRITE;
}

static void remember(uintptr_t begin, size_t length, int prot)
{
    unsigned at = MOST_RANGES;

    for (unsigned n = 0; n < MOST_RANGES; n++)
        if (ranges[n].begin < begin + length && begin < ranges[n].end) {
            ranges[n].end = ranges[n].begin;
            at = n;
        }
    if (at == MOST_RANGES)
        at = last_range++ % MOST_RANGES;
    ranges[at].begin = begin;
    ranges[at].end = begin + length;
    ranges[at].prot = prot;
}

void *set_aside(void *address, size_t length, int prot, int flags)
{
    const int kept = flags & (MAP_FIXED | MAP_FIXED_NOREPLACE);
    void *got = libc()->mmap(address, length, PROT_NONE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | kept, -1, 0);

    if (got == MAP_FAILED)
        return got;
    pthread_mutex_lock(&lock);
    remember((uintptr_t)got, length, prot);
    pthread_mutex_unlock(&lock);
    return got;
}

static size_t run_length(const int64_t *places, size_t nr)
{
    size_t length = 1;

    while (length < nr && places[length] == places[0] + (int64_t)length)
        length++;
    return length;
}

int map_frames(uint64_t address, const struct answer *answer, size_t nr, int *errors)
{
    const int64_t *places;
    int fd, prot;

    pthread_mutex_lock(&lock);
    fd = file_of(answer, &places);
    prot = prot_at(address);
    for (size_t at = 0, run; fd >= 0 && at < nr; at += run) {
        void *to = (void *)(uintptr_t)(address + at * PAGE);
        const int is_there = places[at] >= 0;
        int error = is_there ? 0 : (int)places[at];

        run = is_there ? run_length(places + at, nr - at) : 1;
        if (is_there && libc()->mmap(to, run * PAGE, prot, MAP_SHARED | MAP_FIXED, fd,
                                     places[at] * PAGE) == MAP_FAILED)
            error = -errno;
        else if (!is_there)
            libc()->mmap(to, PAGE, PROT_NONE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
        for (size_t n = 0; n < run; n++)
            errors[at + n] = error;
    }
    pthread_mutex_unlock(&lock);
    return fd < 0 ? fd : 0;
}

int first_frame(const struct answer *answer, off_t *place)
{
    const int64_t *places;
    int fd;

    pthread_mutex_lock(&lock);
    fd = file_of(answer, &places);
    pthread_mutex_unlock(&lock);
    if (fd >= 0 && places[0] < 0)
        return (int)places[0];
    *place = places[0] * PAGE;
    return fd;
}
