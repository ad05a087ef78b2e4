/* /dev/xen/hypercall: memory that Xen can read while a hypercall runs. Here all memory is. */

#include <errno.h>
#include <sys/mman.h>

#include "devices.h"
#include "libc.h"

static int hypercall_ioctl(int fd, struct node *node, unsigned long request, void *argument)
{
    (void)fd;
    (void)node;
    (void)request;
    (void)argument;
    return -ENOTTY;
}

static void *hypercall_mmap(void *address, size_t length, int prot, int flags, off_t offset)
{
    (void)offset;
    return libc()->mmap(address, length, prot, flags | MAP_ANONYMOUS, -1, 0);
}

const struct node_operations hypercall_operations = {
    .name = "hypercall",
    .open = open_placeholder,
    .ioctl = hypercall_ioctl,
    .mmap = hypercall_mmap,
};
