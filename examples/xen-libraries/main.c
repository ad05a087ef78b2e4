/*
 * device-model DOMID: attaches to a domain, has a page of registers and watches one of its pages, until it is told to
 * end. As it is it runs on a Xen of 4.17.
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "attach.h"
#include "device.h"
#include "serve.h"

static volatile int ends;

static void end(int signal)
{
    (void)signal;
    ends = 1;
}

int main(int argc, char **argv)
{
    const struct sigaction ending = { .sa_handler = end };
    static struct attachment attachment;
    static struct device device;
    int status;

    if (argc != 2) {
        fprintf(stderr, "usage: %s DOMID\n", argv[0]);
        return 2;
    }
    sigaction(SIGTERM, &ending, NULL);
    sigaction(SIGINT, &ending, NULL);
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (attach(&attachment, strtoul(argv[1], NULL, 0)) < 0 || device_init(&device, &attachment) < 0)
        return 1;
    printf("ioreq server %d of domain %d serves\n", attachment.id, attachment.domid);
    status = serve(&device, &ends);
    device_end(&device);
    detach(&attachment);
    return status < 0;
}
