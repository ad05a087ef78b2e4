/* The process's own memory at an address that may be a bad one: copied, or refused, as the kernel would. */

#ifndef SHIM_OWN_MEMORY_H
#define SHIM_OWN_MEMORY_H

#include <stddef.h>

/* 0, or -1 if there is something that cannot be read or written. */
int copy_from_own(void *to, const void *from, size_t bytes);
int copy_to_own(void *to, const void *from, size_t bytes);

#endif
