/* The functions of libc that the shim stands in front of, as libc has them. */

#ifndef SHIM_LIBC_H
#define SHIM_LIBC_H

#include <stddef.h>
#include <sys/types.h>

struct libc {
    int (*open)(const char *, int, ...);
    int (*openat)(int, const char *, int, ...);
    int (*close)(int);
    int (*dup)(int);
    int (*dup2)(int, int);
    int (*dup3)(int, int, int);
    int (*fcntl)(int, int, ...);
    int (*ioctl)(int, unsigned long, ...);
    void *(*mmap)(void *, size_t, int, int, int, off_t);
    ssize_t (*read)(int, void *, size_t);
    ssize_t (*write)(int, const void *, size_t);
};

const struct libc *libc(void);

#endif
