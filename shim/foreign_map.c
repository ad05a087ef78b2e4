/* IOCTL_PRIVCMD_MMAPBATCH_V2 and IOCTL_PRIVCMD_MMAP_RESOURCE. Behaviour: drivers/xen/privcmd.c. */

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <xenctrl.h>
#include <xen/sys/privcmd.h>

#include "complain.h"
#include "connection.h"
#include "frames.h"
#include "privcmd_calls.h"

/* As long as the call could be made it has succeeded, whatever became of single pages. */
int mmap_batch(struct node *node, void *argument)
{
    const privcmd_mmapbatch_v2_t *batch = argument;
    const uint32_t head[] = { batch->num, 0 };
    const struct iovec parts[] = { { (void *)head, sizeof(head) },
                                   { (void *)batch->arr, batch->num * sizeof(batch->arr[0]) } };
    struct answer answer;
    int result;

    if (!may_be_about(node, batch->dom))
        return -EPERM;
    if (batch->num == 0 || batch->addr % PAGE != 0)
        return -EINVAL;
    answer = call_server(OP_MAP_GFNS, batch->dom, parts, 2);
    result = answer.result;
    if (result == 0)
        result = map_frames(batch->addr, &answer, batch->num, batch->err);
    else
        complain("mapping pages of domain %d: %s", batch->dom, strerror(-result));
    free(answer.body);
    return result;
}

int mmap_resource(struct node *node, void *argument)
{
    privcmd_mmap_resource_t *resource = argument;
    const struct {
        uint32_t type, id;
        uint64_t index;
        uint32_t nr, zero;
    } body = { resource->type, resource->id, resource->idx, resource->num, 0 };
    const struct iovec part = { (void *)&body, sizeof(body) };
    struct answer answer;
    int result, *errors;

    if (!may_be_about(node, resource->dom))
        return -EPERM;
    if (!resource->addr != !resource->num)
        return -EINVAL;
    answer = call_server(OP_MAP_RESOURCE, resource->dom, &part, 1);
    result = answer.result;
    if (result >= 0 && resource->num == 0) {
        resource->num = result;
        result = 0;
    } else if (result == 0) {
        errors = calloc(resource->num, sizeof(*errors));
        result = map_frames(resource->addr, &answer, resource->num, errors);
        for (uint64_t n = 0; result == 0 && n < resource->num; n++)
            result = errors[n];
        free(errors);
    }
    free(answer.body);
    return result;
}
