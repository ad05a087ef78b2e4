/*
 * The connections to the server: one for all calls of the process, made when the first is needed, and one for each open
 * evtchn device. A child that was forked makes its own.
 */

#ifndef SHIM_CONNECTION_H
#define SHIM_CONNECTION_H

#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

#include "protocol.h"

struct answer {
    int32_t result;
    size_t bytes;
    /* To be freed by whoever called. */
    char *body;
};

/* Whether there is a server; says on stderr why not. */
int have_server(void);

/* A new connection that has said what it is for, with what the server answered; or -1. */
int open_connection(enum connection_kind kind, int flags, uint32_t *handle);

/* One message, and its answer; a server that has gone ends the process. */
struct answer call_server(enum operation operation, uint16_t domid, const struct iovec *parts,
                          int nr_parts);

/* The result alone. */
int32_t result_of(enum operation operation, uint16_t domid, const void *body, size_t bytes);

/* The machine has gone, and so does all that ran on it. */
void server_is_gone(void);

/* Whether the descriptor is one of the shim's own, which nobody else may close. */
int is_own_descriptor(int fd);

#endif
