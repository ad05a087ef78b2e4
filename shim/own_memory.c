#define _GNU_SOURCE
#include "own_memory.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

typedef ssize_t (*transfer)(pid_t, const struct iovec *, unsigned long, const struct iovec *,
                            unsigned long, unsigned long);

/* Where a sandbox forbids the call that fails on a bad pointer, a bad pointer is fatal. */
static int copy(transfer by, void *local, void *remote, size_t bytes, void *to, const void *from)
{
    const struct iovec here = { local, bytes }, there = { remote, bytes };
    ssize_t done;

    if (bytes == 0)
        return 0;
    done = by(getpid(), &here, 1, &there, 1, 0);
    if (done < 0 && (errno == ENOSYS || errno == EPERM)) {
        memcpy(to, from, bytes);
        return 0;
    }
    return done == (ssize_t)bytes ? 0 : -1;
}

int copy_from_own(void *to, const void *from, size_t bytes)
{
    return copy(process_vm_readv, to, (void *)from, bytes, to, from);
}

int copy_to_own(void *to, const void *from, size_t bytes)
{
    return copy(process_vm_writev, (void *)from, to, bytes, to, from);
}
