#define _GNU_SOURCE
#include "connection.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "complain.h"
#include "libc.h"
#include "messages.h"

enum { NONE = -1, OUT_OF_THE_WAY = 512 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int calls = NONE;

static int connect_to(const char *path, int flags)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | flags, 0);

    if (fd < 0)
        return -1;
    if (strlen(path) >= sizeof(address.sun_path))
        errno = ENAMETOOLONG;
    else if (strcpy(address.sun_path, path),
             connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
        return fd;
    complain("no server at %s: %s", path, strerror(errno));
    libc()->close(fd);
    return -1;
}

int open_connection(enum connection_kind kind, int flags, uint32_t *handle)
{
    const char *path = getenv("FAKEXEN_PRIVCMD"), *host = getenv("FAKEXEN_HOST_NAME"),
               *caller = getenv("FAKEXEN_CALLER_DOMID");
    struct hello hello = { PROTOCOL_VERSION, kind, caller == NULL ? 0 : strtoul(caller, NULL, 0) };
    const struct iovec parts[] = { { &hello, sizeof(hello) },
                                   { (void *)host, host == NULL ? 0 : strlen(host) } };
    struct answer answer;
    int fd;

    if (path == NULL) {
        complain("FAKEXEN_PRIVCMD is to name the server's --privcmd-socket");
        return -1;
    }
    fd = connect_to(path, flags & SOCK_CLOEXEC);
    if (fd < 0)
        return -1;
    if (exchange(fd, (struct request_header){ .operation = OP_HELLO }, parts, 2, &answer) < 0)
        complain("%s does not speak the protocol of fakexen", path);
    else if (free(answer.body), answer.result < 0)
        complain("%s refuses: %s", path, strerror(-answer.result));
    else {
        *handle = answer.result;
        if (flags & SOCK_NONBLOCK)
            libc()->fcntl(fd, F_SETFL, O_RDWR | O_NONBLOCK);
        return fd;
    }
    libc()->close(fd);
    return -1;
}

/* Above what programs count with, that none closes it unawares. */
static int connected(void)
{
    uint32_t nothing;
    int fd;

    if (calls != NONE)
        return calls;
    fd = open_connection(FOR_CALLS, SOCK_CLOEXEC, &nothing);
    if (fd < 0)
        return NONE;
    calls = libc()->fcntl(fd, F_DUPFD_CLOEXEC, OUT_OF_THE_WAY);
    if (calls < 0)
        return calls = fd;
    libc()->close(fd);
    return calls;
}

int have_server(void)
{
    int fd;

    pthread_mutex_lock(&lock);
    fd = connected();
    pthread_mutex_unlock(&lock);
    return fd != NONE;
}

struct answer call_server(enum operation operation, uint16_t domid, const struct iovec *parts,
                          int nr_parts)
{
    const struct request_header header = { .operation = operation, .domid = domid };
    struct answer answer = { .result = -ENODEV };
    int fd, failed;

    pthread_mutex_lock(&lock);
    fd = connected();
    failed = fd != NONE && exchange(fd, header, parts, nr_parts, &answer) < 0;
    pthread_mutex_unlock(&lock);
    if (failed) {
        free(answer.body);
        answer = (struct answer){ .result = -ENODEV };
        server_is_gone();
    }
    return answer;
}

int32_t result_of(enum operation operation, uint16_t domid, const void *body, size_t bytes)
{
    const struct iovec part = { (void *)body, bytes };
    struct answer answer = call_server(operation, domid, &part, 1);

    free(answer.body);
    return answer.result;
}

void server_is_gone(void)
{
    complain("the server has gone, and the machine with it: ending");
    kill(getpid(), SIGTERM);
}

int is_own_descriptor(int fd)
{
    return fd != NONE && fd == calls;
}

static void before_fork(void)
{
    pthread_mutex_lock(&lock);
}

static void in_parent(void)
{
    pthread_mutex_unlock(&lock);
}

static void in_child(void)
{
    if (calls != NONE)
        libc()->close(calls);
    calls = NONE;
    pthread_mutex_unlock(&lock);
}

__attribute__((constructor)) static void outlive_forks(void)
{
    pthread_atfork(before_fork, in_parent, in_child);
}
