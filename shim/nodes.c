#include "nodes.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>

#include "connection.h"
#include "devices.h"
#include "libc.h"

/* More than a process may have open by default. */
enum { MOST = 1 << 16 };

static struct node nodes[MOST];

const struct node_operations *const NODES[NR_NODE_KINDS] = {
    [PRIVCMD] = &privcmd_operations,
    [HYPERCALL] = &hypercall_operations,
    [EVTCHN] = &evtchn_operations,
    [GNTDEV] = &gntdev_operations,
};

enum node_kind kind_of_path(const char *path)
{
    static const char FOLDER[] = "/dev/xen/";

    if (path == NULL || strncmp(path, FOLDER, sizeof(FOLDER) - 1) != 0)
        return NO_NODE;
    for (int kind = 1; kind < NR_NODE_KINDS; kind++)
        if (strcmp(path + sizeof(FOLDER) - 1, NODES[kind]->name) == 0)
            return kind;
    return NO_NODE;
}

struct node *node_of(int fd)
{
    return fd >= 0 && fd < MOST && nodes[fd].kind != NO_NODE ? &nodes[fd] : NULL;
}

int open_node(enum node_kind kind, int flags)
{
    struct node node = { .kind = kind, .restricted_to = UNRESTRICTED };
    int fd;

    if (!have_server()) {
        errno = ENOENT;
        return -1;
    }
    fd = NODES[kind]->open(&node, flags);
    if (fd >= MOST) {
        libc()->close(fd);
        errno = EMFILE;
        return -1;
    }
    if (fd >= 0)
        nodes[fd] = node;
    return fd;
}

void copy_node(int from, int to)
{
    if (to >= 0 && to < MOST)
        nodes[to] = from >= 0 && from < MOST ? nodes[from] : (struct node){ .kind = NO_NODE };
}

void forget_node(int fd)
{
    if (fd >= 0 && fd < MOST)
        nodes[fd].kind = NO_NODE;
}

int open_placeholder(struct node *node, int flags)
{
    (void)node;
    return libc()->open("/dev/null", O_RDWR | (flags & (O_CLOEXEC | O_NONBLOCK)));
}
