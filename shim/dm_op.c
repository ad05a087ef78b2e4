/* IOCTL_PRIVCMD_DM_OP. Behaviour: drivers/xen/privcmd.c, privcmd_ioctl_dm_op(). */

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <xenctrl.h>
#include <xen/sys/privcmd.h>

#include "connection.h"
#include "own_memory.h"
#include "parcel.h"
#include "privcmd_calls.h"

/* As the driver's parameters are by default. */
enum { MOST_BUFFERS = 16, MOST_BUFFER_BYTES = 4096 };

/* The bytes behind a pointer, or word that it is a bad one. */
static void add_buffer(struct parcel *parcel, const privcmd_dm_op_buf_t *buffer)
{
    const uint32_t size = buffer->size, bad = BAD_POINTER;
    char bytes[MOST_BUFFER_BYTES];

    if (copy_from_own(bytes, buffer->uptr, size) < 0) {
        add(parcel, &bad, sizeof(bad));
        return;
    }
    add(parcel, &size, sizeof(size));
    add(parcel, bytes, size);
}

static void take_back(const privcmd_dm_op_buf_t *buffers, uint32_t nr, const struct answer *answer)
{
    const char *at = answer->body + sizeof(nr);

    for (uint32_t n = 0; n < nr && at < answer->body + answer->bytes; n++) {
        uint32_t size;

        memcpy(&size, at, sizeof(size));
        at += sizeof(size);
        if (size == (uint32_t)BAD_POINTER)
            continue;
        copy_to_own(buffers[n].uptr, at, size);
        at += size;
    }
}

int dm_op(struct node *node, void *argument)
{
    const privcmd_dm_op_t *op = argument;
    const uint32_t nr = op->num;
    privcmd_dm_op_buf_t buffers[MOST_BUFFERS];
    struct parcel parcel = { 0 };
    struct answer answer;
    struct iovec part;

    if (!may_be_about(node, op->dom))
        return -EPERM;
    if (nr == 0)
        return 0;
    if (nr > MOST_BUFFERS)
        return -E2BIG;
    if (copy_from_own(buffers, op->ubufs, nr * sizeof(buffers[0])) < 0)
        return -EFAULT;
    for (uint32_t n = 0; n < nr; n++)
        if (buffers[n].size > MOST_BUFFER_BYTES)
            return -E2BIG;

    add(&parcel, &nr, sizeof(nr));
    for (uint32_t n = 0; n < nr; n++)
        add_buffer(&parcel, &buffers[n]);
    part = (struct iovec){ parcel.bytes, parcel.length };
    answer = call_server(OP_DM_OP, op->dom, &part, 1);
    if (answer.body != NULL)
        take_back(buffers, nr, &answer);
    free(parcel.bytes);
    free(answer.body);
    return answer.result;
}
