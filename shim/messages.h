/* One request and its answer on a connection. */

#ifndef SHIM_MESSAGES_H
#define SHIM_MESSAGES_H

#include "connection.h"

/* 0, or -1 if the connection is no more. */
int exchange(int fd, struct request_header header, const struct iovec *parts, int nr_parts,
             struct answer *answer);

#endif
