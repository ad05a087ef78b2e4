/* /dev/xen/privcmd: hypercalls, dm_op, and mapping what is another domain's. Behaviour: drivers/xen/privcmd.c. */

#define _GNU_SOURCE
#include <errno.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <xenctrl.h>
#include <xen/sys/privcmd.h>

#include "complain.h"
#include "devices.h"
#include "frames.h"
#include "privcmd_calls.h"

int may_be_about(const struct node *node, uint16_t domid)
{
    return node->restricted_to == UNRESTRICTED || node->restricted_to == domid;
}

static int restrict_to(struct node *node, void *argument)
{
    const uint16_t domid = *(uint16_t *)argument;

    if (!may_be_about(node, domid))
        return -EINVAL;
    node->restricted_to = domid;
    return 0;
}

static int no_ioctl(struct node *node, void *argument)
{
    (void)node;
    (void)argument;
    return -ENOTTY;
}

static const struct {
    unsigned long request;
    int (*call)(struct node *node, void *argument);
} IOCTLS[] = {
    { IOCTL_PRIVCMD_DM_OP, dm_op },           { IOCTL_PRIVCMD_HYPERCALL, hypercall },
    { IOCTL_PRIVCMD_MMAPBATCH_V2, mmap_batch }, { IOCTL_PRIVCMD_MMAP_RESOURCE, mmap_resource },
    { IOCTL_PRIVCMD_RESTRICT, restrict_to },  { IOCTL_PRIVCMD_UNIMPLEMENTED, no_ioctl },
};

static int privcmd_ioctl(int fd, struct node *node, unsigned long request, void *argument)
{
    (void)fd;
    for (size_t n = 0; n < sizeof(IOCTLS) / sizeof(IOCTLS[0]); n++)
        if ((unsigned int)IOCTLS[n].request == (unsigned int)request)
            return IOCTLS[n].call(node, argument);
    return no_such_ioctl("privcmd", request);
}

int no_such_ioctl(const char *node, unsigned long request)
{
    complain("/dev/xen/%s has no ioctl 0x%lx here", node, request);
    return -ENOTTY;
}

static void *privcmd_mmap(void *address, size_t length, int prot, int flags, off_t offset)
{
    (void)offset;
    if (flags & MAP_SHARED)
        return set_aside(address, length, prot, flags);
    errno = EINVAL;
    return MAP_FAILED;
}

const struct node_operations privcmd_operations = {
    .name = "privcmd",
    .open = open_placeholder,
    .ioctl = privcmd_ioctl,
    .mmap = privcmd_mmap,
};
