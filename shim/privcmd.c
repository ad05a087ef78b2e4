/* /dev/xen/privcmd: hypercalls, dm_op, and mapping what is another domain's. Behaviour: drivers/xen/privcmd.c. */

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <xenctrl.h>
#include <xen/sys/privcmd.h>

#include "complain.h"
#include "connection.h"
#include "devices.h"
#include "frames.h"
#include "own_memory.h"

/* As the driver's parameters are by default. */
enum { MOST_BUFFERS = 16, MOST_BUFFER_BYTES = 4096 };
enum { MOST_PIECES_BYTES = 1 << 24, HYPERCALL_ARGS = 5 };

static int may_be_about(const struct node *node, uint16_t domid)
{
    return node->restricted_to == UNRESTRICTED || node->restricted_to == domid;
}

static int restrict_to(struct node *node, void *argument)
{
    const uint16_t domid = *(uint16_t *)argument;

    if (!may_be_about(node, domid))
        return -EINVAL;
    node->restricted_to = domid;
    return 0;
}

struct parcel {
    char *bytes;
    size_t length;
};

static void add(struct parcel *parcel, const void *bytes, size_t length)
{
    parcel->bytes = realloc(parcel->bytes, parcel->length + length);
    memcpy(parcel->bytes + parcel->length, bytes, length);
    parcel->length += length;
}

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

static int dm_op(struct node *node, void *argument)
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

static size_t padded(size_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

/* The server has asked for memory that the call reads. */
static int add_piece(struct parcel *parcel, const struct answer *answer)
{
    static const char ZEROS[8];
    uint64_t wanted[2];
    struct piece piece = { 0 };
    char *bytes;

    memcpy(wanted, answer->body, sizeof(wanted));
    if (wanted[1] > MOST_PIECES_BYTES - parcel->length)
        return -E2BIG;
    piece.address = wanted[0];
    piece.bytes = wanted[1];
    bytes = malloc(piece.bytes);
    piece.is_unreadable = copy_from_own(bytes, (void *)(uintptr_t)piece.address, piece.bytes) < 0;
    add(parcel, &piece, sizeof(piece));
    if (!piece.is_unreadable) {
        add(parcel, bytes, piece.bytes);
        add(parcel, ZEROS, padded(piece.bytes) - piece.bytes);
    }
    free(bytes);
    ++*(uint32_t *)parcel->bytes;
    return 0;
}

static int write_pieces(const struct answer *answer)
{
    const char *at = answer->body + sizeof(int64_t);
    uint32_t nr;

    memcpy(&nr, at, sizeof(nr));
    at += 8;
    for (uint32_t n = 0; n < nr; n++) {
        struct piece piece;

        memcpy(&piece, at, sizeof(piece));
        at += sizeof(piece);
        if (copy_to_own((void *)(uintptr_t)piece.address, at, piece.bytes) < 0)
            return -EFAULT;
        at += padded(piece.bytes);
    }
    return 0;
}

static int hypercall(struct node *node, void *argument)
{
    const privcmd_hypercall_t *call = argument;
    struct parcel parcel = { 0 };
    struct answer answer;
    int64_t returned;
    int error = 0;

    if (node->restricted_to != UNRESTRICTED)
        return -EPERM;
    add(&parcel, "\0\0\0\0\0\0\0", 8);
    for (;;) {
        const struct iovec parts[] = { { (void *)&call->op, sizeof(call->op) },
                                       { (void *)call->arg, HYPERCALL_ARGS * sizeof(call->arg[0]) },
                                       { parcel.bytes, parcel.length } };

        answer = call_server(OP_HYPERCALL, 0, parts, 3);
        if (answer.result != WANTS_MEMORY || error < 0)
            break;
        error = add_piece(&parcel, &answer);
        free(answer.body);
        if (error < 0)
            break;
    }
    free(parcel.bytes);
    if (error < 0)
        return error;
    if (answer.result < 0)
        return answer.result;
    memcpy(&returned, answer.body, sizeof(returned));
    error = write_pieces(&answer);
    free(answer.body);
    return error < 0 ? error : (int)returned;
}

/* As long as the call could be made it has succeeded, whatever became of single pages. */
static int mmap_batch(struct node *node, void *argument)
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

static int mmap_resource(struct node *node, void *argument)
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

static int no_ioctl(struct node *node, void *argument)
{
    (void)node;
    (void)argument;
    return -ENOTTY;
}

static const struct {
    unsigned long request;
    int (*call)(struct node *node, void *argument);
} IOCTLS[] = {
    { IOCTL_PRIVCMD_DM_OP, dm_op },           { IOCTL_PRIVCMD_HYPERCALL, hypercall },
    { IOCTL_PRIVCMD_MMAPBATCH_V2, mmap_batch }, { IOCTL_PRIVCMD_MMAP_RESOURCE, mmap_resource },
    { IOCTL_PRIVCMD_RESTRICT, restrict_to },  { IOCTL_PRIVCMD_UNIMPLEMENTED, no_ioctl },
};

static int privcmd_ioctl(int fd, struct node *node, unsigned long request, void *argument)
{
    (void)fd;
    for (size_t n = 0; n < sizeof(IOCTLS) / sizeof(IOCTLS[0]); n++)
        if ((unsigned int)IOCTLS[n].request == (unsigned int)request)
            return IOCTLS[n].call(node, argument);
    return no_such_ioctl("privcmd", request);
}

int no_such_ioctl(const char *node, unsigned long request)
{
    complain("/dev/xen/%s has no ioctl 0x%lx here", node, request);
    return -ENOTTY;
}

static void *privcmd_mmap(void *address, size_t length, int prot, int flags, off_t offset)
{
    (void)offset;
    if (flags & MAP_SHARED)
        return set_aside(address, length, prot, flags);
    errno = EINVAL;
    return MAP_FAILED;
}

const struct node_operations privcmd_operations = {
    .name = "privcmd",
    .open = open_placeholder,
    .ioctl = privcmd_ioctl,
    .mmap = privcmd_mmap,
};
