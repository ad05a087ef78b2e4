#define _GNU_SOURCE
#include "messages.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>

enum { MOST_PARTS = 8 };

static int send_all(int fd, struct iovec *parts, int nr)
{
    while (nr > 0) {
        const struct msghdr message = { .msg_iov = parts, .msg_iovlen = nr };
        ssize_t sent = sendmsg(fd, &message, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return -1;
        for (; nr > 0 && (size_t)sent >= parts->iov_len; parts++, nr--)
            sent -= parts->iov_len;
        if (nr > 0) {
            parts->iov_base = (char *)parts->iov_base + sent;
            parts->iov_len -= sent;
        }
    }
    return 0;
}

static int receive_all(int fd, void *to, size_t bytes)
{
    for (size_t done = 0; done < bytes;) {
        ssize_t got = recv(fd, (char *)to + done, bytes - done, 0);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return -1;
        done += got;
    }
    return 0;
}

int exchange(int fd, struct request_header header, const struct iovec *parts, int nr_parts,
             struct answer *answer)
{
    struct iovec all[MOST_PARTS + 1] = { { &header, sizeof(header) } };
    struct answer_header head;

    header.bytes = sizeof(header);
    for (int n = 0; n < nr_parts; n++) {
        all[n + 1] = parts[n];
        header.bytes += parts[n].iov_len;
    }
    if (send_all(fd, all, nr_parts + 1) < 0 || receive_all(fd, &head, sizeof(head)) < 0)
        return -1;
    answer->result = head.result;
    answer->bytes = head.bytes - sizeof(head);
    answer->body = answer->bytes == 0 ? NULL : malloc(answer->bytes);
    return receive_all(fd, answer->body, answer->bytes);
}
