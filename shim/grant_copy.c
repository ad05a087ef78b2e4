/* Copying to and from granted pages. Behaviour: drivers/xen/gntdev.c, gntdev_ioctl_grant_copy(). */

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include <xenctrl.h>
#include <xen/grant_table.h>

#include "frames.h"
#include "grant.h"
#include "own_memory.h"

/* Copy between a granted page and memory of our own; the status is GNTST_okay or what went wrong. */
static int16_t copy_segment(const struct ioctl_gntdev_grant_copy_segment *segment)
{
    const int writes = (segment->flags & GNTCOPY_dest_gref) != 0;
    const uint16_t offset = writes ? segment->dest.foreign.offset : segment->source.foreign.offset;
    const struct ioctl_gntdev_grant_ref ref = {
        writes ? segment->dest.foreign.domid : segment->source.foreign.domid,
        writes ? segment->dest.foreign.ref : segment->source.foreign.ref,
    };
    void *own = writes ? segment->source.virt : segment->dest.virt;
    int16_t status = GNTST_general_error;
    struct answer answer;
    char bytes[PAGE];
    off_t place;
    int fd;

    if (offset + segment->len > PAGE)
        return GNTST_bad_copy_arg;
    answer = grant(&ref, writes ? GRANT_WRITE : GRANT_READ);
    if (answer.result < 0)
        return GNTST_bad_gntref;
    fd = first_frame(&answer, &place);
    free(answer.body);
    if (fd < 0)
        status = GNTST_bad_gntref;
    else if (writes && copy_from_own(bytes, own, segment->len) == 0 &&
             pwrite(fd, bytes, segment->len, place + offset) == segment->len)
        status = GNTST_okay;
    else if (!writes && pread(fd, bytes, segment->len, place + offset) == segment->len &&
             copy_to_own(own, bytes, segment->len) == 0)
        status = GNTST_okay;
    free(grant(&ref, GRANT_RELEASE).body);
    return status;
}

int grant_copy(void *argument)
{
    const struct ioctl_gntdev_grant_copy *copy = argument;
    const uint16_t kinds = GNTCOPY_source_gref | GNTCOPY_dest_gref;

    for (uint32_t n = 0; n < copy->count; n++) {
        struct ioctl_gntdev_grant_copy_segment *segment = &copy->segments[n];
        const uint16_t kind = segment->flags & kinds;

        if (kind == 0 || kind == kinds)
            return -EINVAL;
        segment->status = copy_segment(segment);
    }
    return 0;
}
