/* What a device model has of a domain once it is attached to it: an ioreq server, its pages, its ports. */

#ifndef ATTACH_H
#define ATTACH_H

#define __XEN_TOOLS__ 1
#include <xenctrl.h>
#include <xendevicemodel.h>
#include <xenevtchn.h>
#include <xenforeignmemory.h>
#include <xen/hvm/ioreq.h>

enum { MOST_VCPUS = 128 };

struct attachment {
    domid_t domid;
    xc_interface *xc;
    xendevicemodel_handle *devices;
    xenforeignmemory_handle *memory;
    xenevtchn_handle *events;
    ioservid_t id;
    xenforeignmemory_resource_handle *resource;
    buffered_iopage_t *buffered;
    shared_iopage_t *slots;
    int nr_vcpus;
    xenevtchn_port_or_error_t vcpu_ports[MOST_VCPUS], buffered_port;
};

/* 0, or -1 with what went wrong on stderr. */
int attach(struct attachment *to, domid_t domid);
void detach(struct attachment *from);

#endif
