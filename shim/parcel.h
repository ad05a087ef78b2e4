/* Bytes of a message that grow while it is put together. */

#ifndef SHIM_PARCEL_H
#define SHIM_PARCEL_H

#include <stddef.h>

struct parcel {
    char *bytes;
    size_t length;
};

void add(struct parcel *parcel, const void *bytes, size_t length);

#endif
