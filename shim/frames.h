/*
 * Mapping what the server says where it lies: pages of files that it shares. Address space is set aside first, as the
 * mmap of a node does it, and filled later.
 */

#ifndef SHIM_FRAMES_H
#define SHIM_FRAMES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "connection.h"

enum { PAGE = 4096 };

/* Address space with nothing in it, that will have `prot`. */
void *set_aside(void *address, size_t length, int prot, int flags);

/*
 * Map the frames of an answer at `address`, in place of what is there. `errors` gets 0 or a negative errno for each.
 * Returns 0, or a negative errno if nothing could be mapped at all.
 */
int map_frames(uint64_t address, const struct answer *answer, size_t nr, int *errors);

/* The file of an answer and the place of its first frame there; a negative errno instead of a descriptor. */
int first_frame(const struct answer *answer, off_t *place);

#endif
