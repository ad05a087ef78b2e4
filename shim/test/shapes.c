/*
 * What a program does to the nodes of Xen beyond what the examples do: mapping over what was mapped, holes, pages that move,
 * grants mapped and copied, bad pointers, restricted descriptors, a child that calls. `shapes DOMID` on a domain of 8 MiB
 * with shared memory; ends with what was not as it should be.
 */

#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define __XEN_TOOLS__ 1
#include <xenctrl.h>
#include <xendevicemodel.h>
#include <xenforeignmemory.h>
#include <xengnttab.h>
#include <xen/grant_table.h>
#include <xen/sys/privcmd.h>

static uint32_t domid;
static xc_interface *xc;
static xenforeignmemory_handle *memory;
static xendevicemodel_handle *devices;

#define EXPECT(what)                                                                               \
    do {                                                                                           \
        if (!(what))                                                                               \
            errx(1, "%s:%d: not so: %s (errno %s)", __func__, __LINE__, #what, strerror(errno));   \
    } while (0)

/* The same page may be mapped twice, which a compiler does not think of. */
static volatile uint8_t *map(volatile void *at, int flags, size_t nr, const xen_pfn_t *gfns, int *errors)
{
    return xenforeignmemory_map2(memory, domid, (void *)at, PROT_READ | PROT_WRITE, flags, nr, gfns, errors);
}

static void holes_and_order(void)
{
    const xen_pfn_t gfns[] = { 0x120, 0xa0, 0x110, 0x120 };
    int errors[4];
    volatile uint8_t *pages = map(NULL, 0, 4, gfns, errors);

    EXPECT(pages != NULL && errors[0] == 0 && errors[1] == -EINVAL && errors[2] == 0);
    pages[0] = 0x2a;
    EXPECT(pages[3 * XC_PAGE_SIZE] == 0x2a);
    xenforeignmemory_unmap(memory, (void *)pages, 4);
}

static void over_what_was_mapped(void)
{
    const xen_pfn_t first[] = { 0x130, 0x131 }, second = 0x140;
    int errors[2];
    volatile uint8_t *pages = map(NULL, 0, 2, first, errors);

    EXPECT(pages != NULL);
    pages[0] = 1;
    EXPECT(map(pages, MAP_FIXED, 1, &second, errors) == pages && errors[0] == 0);
    EXPECT(pages[0] == 0);
    pages[XC_PAGE_SIZE] = 3;
    xenforeignmemory_unmap(memory, (void *)pages, 2);
}

static void moved_pages_stay_mapped(void)
{
    const xen_pfn_t before = 0x150, after = 0x8000;
    volatile uint8_t *page = map(NULL, 0, 1, &before, NULL), *again;

    EXPECT(page != NULL);
    page[0] = 5;
    EXPECT(xendevicemodel_relocate_memory(devices, domid, 1, before, after) == 0);
    again = map(NULL, 0, 1, &after, NULL);
    EXPECT(again != NULL && again[0] == 5);
    page[1] = 6;
    EXPECT(again[1] == 6);
    EXPECT(xc_domain_decrease_reservation_exact(xc, domid, 1, 0, (xen_pfn_t[]){ after }) == 0);
    EXPECT(xc_domain_populate_physmap_exact(xc, domid, 1, 0, 0, (xen_pfn_t[]){ after }) == 0);
    EXPECT(page[0] == 5 && page[1] == 6);
    xenforeignmemory_unmap(memory, (void *)page, 1);
    xenforeignmemory_unmap(memory, (void *)again, 1);
}

static void grants(void)
{
    enum { REF = 9, GFN = 0x160 };
    const xen_pfn_t gfn = GFN;
    void *table = NULL;
    xenforeignmemory_resource_handle *resource = xenforeignmemory_map_resource(
        memory, domid, XENMEM_resource_grant_table, XENMEM_resource_grant_table_id_shared, 0, 1,
        &table, PROT_READ | PROT_WRITE, 0);
    xengnttab_handle *gnttab = xengnttab_open(NULL, 0);
    volatile grant_entry_v1_t *entry = (grant_entry_v1_t *)table + REF;
    volatile uint8_t *page = map(NULL, 0, 1, &gfn, NULL), *granted;
    char text[] = "by copy";
    xengnttab_grant_copy_segment_t segment = {
        .source.virt = text,
        .dest.foreign = { .ref = REF, .offset = 64, .domid = domid },
        .len = sizeof(text),
        .flags = GNTCOPY_dest_gref,
    };

    EXPECT(resource != NULL && gnttab != NULL && page != NULL);
    EXPECT(xengnttab_map_grant_ref(gnttab, domid, REF, PROT_READ) == NULL);
    *entry = (grant_entry_v1_t){ .flags = GTF_permit_access, .domid = 0, .frame = GFN };
    granted = xengnttab_map_grant_ref(gnttab, domid, REF, PROT_READ | PROT_WRITE);
    EXPECT(granted != NULL && (entry->flags & GTF_writing));
    granted[0] = 7;
    EXPECT(page[0] == 7);
    EXPECT(xengnttab_unmap(gnttab, (void *)granted, 1) == 0);
    EXPECT(!(entry->flags & (GTF_reading | GTF_writing)));
    EXPECT(xengnttab_grant_copy(gnttab, 1, &segment) == 0 && segment.status == GNTST_okay);
    EXPECT(strcmp((char *)page + 64, text) == 0);
    xengnttab_close(gnttab);
    xenforeignmemory_unmap(memory, (void *)page, 1);
    xenforeignmemory_unmap_resource(memory, resource);
}

static void errors_of_the_driver(void)
{
    int fd = open("/dev/xen/privcmd", O_RDWR | O_CLOEXEC), copy;
    privcmd_dm_op_buf_t bad = { .uptr = (void *)8, .size = 32 };
    privcmd_dm_op_t op = { .dom = domid, .num = 1, .ubufs = &bad };
    domid_t other = domid + 1;

    EXPECT(fd >= 0);
    EXPECT(ioctl(fd, IOCTL_PRIVCMD_UNIMPLEMENTED, NULL) < 0 && errno == ENOTTY);
    EXPECT(ioctl(fd, IOCTL_PRIVCMD_DM_OP, &op) < 0 && errno == EFAULT);
    op.num = 0;
    EXPECT(ioctl(fd, IOCTL_PRIVCMD_DM_OP, &op) == 0);
    copy = dup(fd);
    EXPECT(ioctl(copy, IOCTL_PRIVCMD_RESTRICT, &other) == 0);
    EXPECT(ioctl(copy, IOCTL_PRIVCMD_DM_OP, &op) < 0 && errno == EPERM);
    close(copy);
    close(fd);
    EXPECT(ioctl(fd, IOCTL_PRIVCMD_DM_OP, &op) < 0 && errno == EBADF);
}

static void child_calls(void)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        xen_pfn_t gfn;
        _exit(xc_domain_maximum_gpfn(xc, domid, &gfn) < 0);
    }
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
    holes_and_order();
}

int main(int argc, char **argv)
{
    domid = argc > 1 ? atoi(argv[1]) : 1;
    xc = xc_interface_open(NULL, NULL, 0);
    memory = xenforeignmemory_open(NULL, 0);
    devices = xendevicemodel_open(NULL, 0);
    EXPECT(xc != NULL && memory != NULL && devices != NULL);
    holes_and_order();
    over_what_was_mapped();
    moved_pages_stay_mapped();
    grants();
    errors_of_the_driver();
    child_calls();
    puts("shapes: all as they should be");
    return 0;
}
