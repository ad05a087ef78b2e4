/* The ioctls of /dev/xen/privcmd: 0 or above, or a negative errno. */

#ifndef SHIM_PRIVCMD_CALLS_H
#define SHIM_PRIVCMD_CALLS_H

#include "nodes.h"

/* Whether a descriptor that may be restricted is about this domain. */
int may_be_about(const struct node *node, uint16_t domid);

int dm_op(struct node *node, void *argument);
int hypercall(struct node *node, void *argument);
int mmap_batch(struct node *node, void *argument);
int mmap_resource(struct node *node, void *argument);

#endif
