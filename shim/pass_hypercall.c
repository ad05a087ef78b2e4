/* IOCTL_PRIVCMD_HYPERCALL: whatever the hypercall is, the server asks for the memory that it reads. */

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

enum { MOST_PIECES_BYTES = 1 << 24, HYPERCALL_ARGS = 5 };

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

int hypercall(struct node *node, void *argument)
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
