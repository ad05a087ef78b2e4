/* Which of the process's descriptors stand for device nodes of Xen, and what the shim keeps of each. */

#ifndef SHIM_NODES_H
#define SHIM_NODES_H

#include <stdint.h>
#include <sys/types.h>

enum node_kind { NO_NODE, PRIVCMD, HYPERCALL, EVTCHN, GNTDEV, NR_NODE_KINDS };

/* DOMID_INVALID: it may be about any domain. */
enum { UNRESTRICTED = 0x7ff4 };

struct node {
    enum node_kind kind;
    uint16_t restricted_to;
    /* Of an evtchn device: how the server knows it. */
    uint32_t handle;
};

/* What each kind does; a missing function is not offered. */
struct node_operations {
    const char *name;
    /* A descriptor, or -1 with errno. */
    int (*open)(struct node *node, int flags);
    /* 0 or above, or a negative errno. */
    int (*ioctl)(int fd, struct node *node, unsigned long request, void *argument);
    void *(*mmap)(void *address, size_t length, int prot, int flags, off_t offset);
};

extern const struct node_operations *const NODES[NR_NODE_KINDS];

/* The kind that a path names. */
enum node_kind kind_of_path(const char *path);

/* NULL: none of ours. */
struct node *node_of(int fd);

int open_node(enum node_kind kind, int flags);

/* The descriptor `to` is now another one for what `from` stands for. */
void copy_node(int from, int to);
void forget_node(int fd);

/* A descriptor that is only there to be named: what libc opens is empty. */
int open_placeholder(struct node *node, int flags);

#endif
