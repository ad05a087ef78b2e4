/* The messages between the shim and the server, as docs/privcmd-protocol.md has them. Little endian, as x86 is. */

#ifndef SHIM_PROTOCOL_H
#define SHIM_PROTOCOL_H

#include <stdint.h>

enum { PROTOCOL_VERSION = 1 };

enum operation {
    OP_HELLO,
    OP_DM_OP,
    OP_HYPERCALL,
    OP_MAP_GFNS,
    OP_MAP_RESOURCE,
    OP_MAP_GRANTS,
    OP_EVTCHN,
};

enum connection_kind { FOR_CALLS, FOR_EVTCHN };

struct request_header {
    uint32_t bytes;
    uint16_t operation;
    uint16_t domid;
};

struct answer_header {
    uint32_t bytes;
    int32_t result;
};

struct hello {
    uint32_t version;
    uint32_t kind;
    uint32_t caller;
};

/* A piece of memory that goes along with a hypercall, or comes back from it. */
struct piece {
    uint64_t address;
    uint32_t bytes;
    uint32_t is_unreadable;
};

enum { BAD_POINTER = -1, WANTS_MEMORY = 1 };

enum { GRANT_READ, GRANT_WRITE, GRANT_RELEASE };

#endif
