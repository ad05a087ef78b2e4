/*
 * /dev/xen/evtchn: the descriptor is a connection of its own, from which ports are read as they become pending and to
 * which they are written to be unmasked; ioctls go with the other calls. Behaviour: drivers/xen/evtchn.c.
 */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <xenctrl.h>
#include <xen/sys/evtchn.h>

#include "connection.h"
#include "devices.h"

enum { MOST_ARGUMENTS = 2 };

static int evtchn_open(struct node *node, int flags)
{
    const int socket_flags =
        (flags & O_CLOEXEC ? SOCK_CLOEXEC : 0) | (flags & O_NONBLOCK ? SOCK_NONBLOCK : 0);
    int fd = open_connection(FOR_EVTCHN, socket_flags, &node->handle);

    if (fd < 0)
        errno = ENODEV;
    return fd;
}

/* What the server is asked to do, and how many words of the argument it is told. */
static const struct {
    unsigned long request;
    int nr_arguments;
    /* The first word is a domain, which a restricted device may not choose. */
    int names_domain;
} IOCTLS[] = {
    { IOCTL_EVTCHN_BIND_INTERDOMAIN, 2, 1 },
    { IOCTL_EVTCHN_BIND_UNBOUND_PORT, 1, 1 },
    { IOCTL_EVTCHN_UNBIND, 1, 0 },
    { IOCTL_EVTCHN_NOTIFY, 1, 0 },
    { IOCTL_EVTCHN_RESET, 0, 0 },
};

static int restrict_to(struct node *node, const void *argument)
{
    if (node->restricted_to != UNRESTRICTED)
        return -EACCES;
    node->restricted_to = *(const uint16_t *)argument;
    return 0;
}

static int evtchn_ioctl(int fd, struct node *node, unsigned long request, void *argument)
{
    const uint32_t *words = argument;
    uint32_t body[2 + MOST_ARGUMENTS] = { node->handle, _IOC_NR(request) };

    (void)fd;
    if ((unsigned int)request == (unsigned int)IOCTL_EVTCHN_RESTRICT_DOMID)
        return restrict_to(node, argument);
    for (size_t n = 0; n < sizeof(IOCTLS) / sizeof(IOCTLS[0]); n++) {
        if ((unsigned int)IOCTLS[n].request != (unsigned int)request)
            continue;
        if (IOCTLS[n].names_domain && node->restricted_to != UNRESTRICTED &&
            node->restricted_to != words[0])
            return -EACCES;
        for (int word = 0; word < IOCTLS[n].nr_arguments; word++)
            body[2 + word] = words[word];
        return result_of(OP_EVTCHN, 0, body, sizeof(body));
    }
    return no_such_ioctl("evtchn", request);
}

const struct node_operations evtchn_operations = {
    .name = "evtchn",
    .open = evtchn_open,
    .ioctl = evtchn_ioctl,
};
