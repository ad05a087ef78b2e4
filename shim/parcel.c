#include "parcel.h"

#include <stdlib.h>
#include <string.h>

void add(struct parcel *parcel, const void *bytes, size_t length)
{
    parcel->bytes = realloc(parcel->bytes, parcel->length + length);
    memcpy(parcel->bytes + parcel->length, bytes, length);
    parcel->length += length;
}
