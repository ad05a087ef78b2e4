/* A granted page, one at a time, as the server answers for it. */

#ifndef SHIM_GRANT_H
#define SHIM_GRANT_H

#include <xenctrl.h>
#include <xen/sys/gntdev.h>

#include "connection.h"

/* `how`: GRANT_READ, GRANT_WRITE or GRANT_RELEASE. */
struct answer grant(const struct ioctl_gntdev_grant_ref *ref, uint32_t how);

/* IOCTL_GNTDEV_GRANT_COPY. */
int grant_copy(void *argument);

#endif
