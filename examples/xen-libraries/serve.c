#include "serve.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>

/* Bytes of the guest's memory; what cannot be mapped reads as ones and swallows writes. */
static void copy_guest(struct attachment *at, uint64_t address, void *data, uint32_t size,
                       int is_write)
{
    const xen_pfn_t gfn = address >> XC_PAGE_SHIFT;
    uint8_t *page =
        xenforeignmemory_map(at->memory, at->domid, PROT_READ | PROT_WRITE, 1, &gfn, NULL);
    uint8_t *there = page == NULL ? NULL : page + (address & (XC_PAGE_SIZE - 1));

    if (there == NULL && !is_write)
        memset(data, 0xff, size);
    else if (there != NULL)
        memcpy(is_write ? (void *)there : data, is_write ? data : (void *)there, size);
    if (page != NULL)
        xenforeignmemory_unmap(at->memory, page, 1);
}

static void serve_once(struct device *device, ioreq_t *request, int64_t step)
{
    const uint64_t address = request->addr + step * request->size;
    uint64_t data = request->data;

    if (request->dir == IOREQ_WRITE) {
        if (request->data_is_ptr) {
            data = 0;
            copy_guest(device->attachment, request->data + step * request->size, &data,
                       request->size, 0);
        }
        device_write(device, address, request->size, data);
        return;
    }
    data = device_read(device, address, request->size);
    if (request->data_is_ptr)
        copy_guest(device->attachment, request->data + step * request->size, &data, request->size,
                   1);
    else
        request->data = data;
}

static void serve_request(struct device *device, ioreq_t *request)
{
    if (request->type != IOREQ_TYPE_COPY)
        return;
    for (uint32_t n = 0; n < request->count; n++)
        serve_once(device, request, request->df ? -(int64_t)n : (int64_t)n);
}

/* A quadword takes two entries. */
static void drain_buffered(struct device *device)
{
    buffered_iopage_t *ring = device->attachment->buffered;

    while (__atomic_load_n(&ring->read_pointer, __ATOMIC_ACQUIRE) !=
           __atomic_load_n(&ring->write_pointer, __ATOMIC_ACQUIRE)) {
        const uint32_t at = ring->read_pointer;
        const buf_ioreq_t *entry = &ring->buf_ioreq[at % IOREQ_BUFFER_SLOT_NUM];
        ioreq_t request = { .type = entry->type, .dir = entry->dir, .addr = entry->addr,
                            .size = 1u << entry->size, .data = entry->data, .count = 1 };
        const int is_quadword = request.size == 8;

        if (is_quadword)
            request.data |=
                (uint64_t)ring->buf_ioreq[(at + 1) % IOREQ_BUFFER_SLOT_NUM].data << 32;
        serve_request(device, &request);
        __atomic_fetch_add(&ring->read_pointer, is_quadword ? 2 : 1, __ATOMIC_SEQ_CST);
    }
}

static void serve_slot(struct device *device, int vcpu)
{
    struct attachment *at = device->attachment;
    ioreq_t *request = &at->slots->vcpu_ioreq[vcpu];

    if (request->state != STATE_IOREQ_READY)
        return;
    xen_rmb();
    request->state = STATE_IOREQ_INPROCESS;
    serve_request(device, request);
    xen_wmb();
    request->state = STATE_IORESP_READY;
    xenevtchn_notify(at->events, at->vcpu_ports[vcpu]);
}

static int take_event(struct device *device)
{
    struct attachment *at = device->attachment;
    const xenevtchn_port_or_error_t port = xenevtchn_pending(at->events);

    if (port < 0)
        return errno == EAGAIN || errno == EINTR ? 0 : -1;
    xenevtchn_unmask(at->events, port);
    drain_buffered(device);
    for (int vcpu = 0; vcpu < at->nr_vcpus; vcpu++)
        if (at->vcpu_ports[vcpu] == port)
            serve_slot(device, vcpu);
    return 0;
}

int serve(struct device *device, const volatile int *ends)
{
    struct pollfd events = { .fd = xenevtchn_fd(device->attachment->events), .events = POLLIN };

    while (!*ends)
        if (poll(&events, 1, -1) > 0 && take_event(device) < 0)
            return -1;
    return 0;
}
