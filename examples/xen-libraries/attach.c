#include "attach.h"

#include <err.h>
#include <sys/mman.h>

static int open_libraries(struct attachment *to)
{
    to->xc = xc_interface_open(NULL, NULL, 0);
    to->devices = xendevicemodel_open(NULL, 0);
    to->memory = xenforeignmemory_open(NULL, 0);
    to->events = xenevtchn_open(NULL, 0);
    return to->xc && to->devices && to->memory && to->events ? 0 : -1;
}

static int find_domain(struct attachment *to)
{
    xc_dominfo_t info;

    if (xc_domain_getinfo(to->xc, to->domid, 1, &info) != 1 || info.domid != to->domid)
        return -1;
    to->nr_vcpus = info.nr_online_vcpus;
    return 0;
}

static int create_server(struct attachment *to)
{
    return xendevicemodel_create_ioreq_server(to->devices, to->domid,
                                              HVM_IOREQSRV_BUFIOREQ_ATOMIC, &to->id);
}

/* Frame 0 is the buffered ring, frame 1 the slots. */
static int map_pages(struct attachment *to)
{
    void *pages = NULL;

    to->resource = xenforeignmemory_map_resource(to->memory, to->domid, XENMEM_resource_ioreq_server,
                                                 to->id, 0, 2, &pages, PROT_READ | PROT_WRITE, 0);
    to->buffered = pages;
    to->slots = (shared_iopage_t *)((char *)pages + XC_PAGE_SIZE);
    return to->resource == NULL ? -1 : 0;
}

static int enable(struct attachment *to)
{
    return xendevicemodel_set_ioreq_server_state(to->devices, to->domid, to->id, 1);
}

/* Enabling has filled in the ports of the slots. */
static int bind_ports(struct attachment *to)
{
    evtchn_port_t port;

    for (int vcpu = 0; vcpu < to->nr_vcpus; vcpu++) {
        to->vcpu_ports[vcpu] = xenevtchn_bind_interdomain(to->events, to->domid,
                                                          to->slots->vcpu_ioreq[vcpu].vp_eport);
        if (to->vcpu_ports[vcpu] < 0)
            return -1;
    }
    if (xendevicemodel_get_ioreq_server_info(to->devices, to->domid, to->id, NULL, NULL, &port) < 0)
        return -1;
    to->buffered_port = xenevtchn_bind_interdomain(to->events, to->domid, port);
    return to->buffered_port < 0 ? -1 : 0;
}

static const struct {
    const char *what;
    int (*step)(struct attachment *to);
} STEPS[] = {
    { "open Xen's libraries", open_libraries },
    { "find the domain", find_domain },
    { "create an ioreq server", create_server },
    { "map its pages", map_pages },
    { "enable it", enable },
    { "bind its ports", bind_ports },
};

int attach(struct attachment *to, domid_t domid)
{
    to->domid = domid;
    for (size_t n = 0; n < sizeof(STEPS) / sizeof(STEPS[0]); n++)
        if (STEPS[n].step(to) < 0) {
            warn("cannot %s", STEPS[n].what);
            return -1;
        }
    return 0;
}

void detach(struct attachment *from)
{
    xenforeignmemory_unmap_resource(from->memory, from->resource);
    xendevicemodel_destroy_ioreq_server(from->devices, from->domid, from->id);
    xenevtchn_close(from->events);
    xenforeignmemory_close(from->memory);
    xendevicemodel_close(from->devices);
    xc_interface_close(from->xc);
}
