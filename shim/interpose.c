/* What the process calls instead of libc's functions of the same names: node descriptors are seen to here, others pass. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "connection.h"
#include "libc.h"
#include "nodes.h"

#define EXPORT __attribute__((visibility("default")))

/* <fcntl.h> makes these out of `open` when it checks the arguments. */
EXPORT int __open_2(const char *path, int flags);
EXPORT int __open64_2(const char *path, int flags);

static int open_either(const char *path, int flags, mode_t mode)
{
    enum node_kind kind = kind_of_path(path);

    return kind == NO_NODE ? libc()->open(path, flags, mode) : open_node(kind, flags);
}

#define MODE_OF(flags)                                                                             \
    ({                                                                                             \
        mode_t mode_ = 0;                                                                          \
        if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                   \
            va_list rest_;                                                                         \
            va_start(rest_, flags);                                                                \
            mode_ = va_arg(rest_, mode_t);                                                         \
            va_end(rest_);                                                                         \
        }                                                                                          \
        mode_;                                                                                     \
    })

EXPORT int open(const char *path, int flags, ...)
{
    return open_either(path, flags, MODE_OF(flags));
}

EXPORT int open64(const char *path, int flags, ...)
{
    return open_either(path, flags, MODE_OF(flags));
}

EXPORT int __open_2(const char *path, int flags)
{
    return open_either(path, flags, 0);
}

EXPORT int __open64_2(const char *path, int flags)
{
    return open_either(path, flags, 0);
}

static int openat_either(int folder, const char *path, int flags, mode_t mode)
{
    enum node_kind kind = kind_of_path(path);

    return kind == NO_NODE ? libc()->openat(folder, path, flags, mode) : open_node(kind, flags);
}

EXPORT int openat(int folder, const char *path, int flags, ...)
{
    return openat_either(folder, path, flags, MODE_OF(flags));
}

EXPORT int openat64(int folder, const char *path, int flags, ...)
{
    return openat_either(folder, path, flags, MODE_OF(flags));
}

EXPORT int close(int fd)
{
    if (is_own_descriptor(fd)) {
        errno = EBADF;
        return -1;
    }
    forget_node(fd);
    return libc()->close(fd);
}

static int duplicated(int from, int to)
{
    if (to >= 0)
        copy_node(from, to);
    return to;
}

EXPORT int dup(int fd)
{
    return duplicated(fd, libc()->dup(fd));
}

EXPORT int dup2(int from, int to)
{
    return duplicated(from, libc()->dup2(from, to));
}

EXPORT int dup3(int from, int to, int flags)
{
    return duplicated(from, libc()->dup3(from, to, flags));
}

static int fcntl_either(int fd, int command, void *argument)
{
    int result = libc()->fcntl(fd, command, argument);

    return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? duplicated(fd, result) : result;
}

#define ARGUMENT_AFTER(last)                                                                       \
    ({                                                                                             \
        va_list rest_;                                                                             \
        void *argument_;                                                                           \
        va_start(rest_, last);                                                                     \
        argument_ = va_arg(rest_, void *);                                                         \
        va_end(rest_);                                                                             \
        argument_;                                                                                 \
    })

EXPORT int fcntl(int fd, int command, ...)
{
    return fcntl_either(fd, command, ARGUMENT_AFTER(command));
}

EXPORT int fcntl64(int fd, int command, ...)
{
    return fcntl_either(fd, command, ARGUMENT_AFTER(command));
}

EXPORT int ioctl(int fd, unsigned long request, ...)
{
    void *argument = ARGUMENT_AFTER(request);
    struct node *node = node_of(fd);
    int result;

    if (node == NULL)
        return libc()->ioctl(fd, request, argument);
    result = NODES[node->kind]->ioctl(fd, node, request, argument);
    if (result >= 0)
        return result;
    errno = -result;
    return -1;
}

static void *mmap_either(void *address, size_t length, int prot, int flags, int fd, off_t offset)
{
    struct node *node = flags & MAP_ANONYMOUS ? NULL : node_of(fd);

    if (node == NULL)
        return libc()->mmap(address, length, prot, flags, fd, offset);
    if (NODES[node->kind]->mmap == NULL) {
        errno = ENODEV;
        return MAP_FAILED;
    }
    return NODES[node->kind]->mmap(address, length, prot, flags, offset);
}

EXPORT void *mmap(void *address, size_t length, int prot, int flags, int fd, off_t offset)
{
    return mmap_either(address, length, prot, flags, fd, offset);
}

EXPORT void *mmap64(void *address, size_t length, int prot, int flags, int fd, off64_t offset)
{
    return mmap_either(address, length, prot, flags, fd, offset);
}

static int is_evtchn(int fd)
{
    const struct node *node = node_of(fd);

    return node != NULL && node->kind == EVTCHN;
}

/* Ports come as they are; that there is an end of them means that there is no server. */
EXPORT ssize_t read(int fd, void *to, size_t bytes)
{
    ssize_t got = libc()->read(fd, to, bytes);

    if (got != 0 || bytes == 0 || !is_evtchn(fd))
        return got;
    server_is_gone();
    errno = EIO;
    return -1;
}

EXPORT ssize_t write(int fd, const void *from, size_t bytes)
{
    return is_evtchn(fd) ? send(fd, from, bytes, MSG_NOSIGNAL) : libc()->write(fd, from, bytes);
}
