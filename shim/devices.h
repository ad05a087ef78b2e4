/* The device nodes that there are, one file each. */

#ifndef SHIM_DEVICES_H
#define SHIM_DEVICES_H

#include "nodes.h"

extern const struct node_operations privcmd_operations;
extern const struct node_operations hypercall_operations;
extern const struct node_operations evtchn_operations;
extern const struct node_operations gntdev_operations;

/* The answer to an ioctl that a node does not have: as Linux gives it, and said once. */
int no_such_ioctl(const char *node, unsigned long request);

#endif
