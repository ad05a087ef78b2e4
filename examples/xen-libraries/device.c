#include "device.h"

#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include <xen/hvm/dm_op.h>
#include <xen/hvm/hvm_op.h>

#define TABLE_BASE ((uint64_t)TABLE_GFN << XC_PAGE_SHIFT)

static int claim_registers(struct device *device)
{
    const struct attachment *at = device->attachment;

    return xendevicemodel_map_io_range_to_ioreq_server(at->devices, at->domid, at->id, 1,
                                                       REGISTERS_BASE,
                                                       REGISTERS_BASE + REGISTERS_BYTES - 1);
}

static int claim_writes(struct device *device)
{
    const struct attachment *at = device->attachment;

    return xendevicemodel_map_mem_type_to_ioreq_server(at->devices, at->domid, at->id,
                                                       HVMMEM_ioreq_server,
                                                       XEN_DMOP_IOREQ_MEM_ACCESS_WRITE);
}

static int map_table(struct device *device)
{
    const struct attachment *at = device->attachment;
    const xen_pfn_t gfn = TABLE_GFN;

    device->table =
        xenforeignmemory_map(at->memory, at->domid, PROT_READ | PROT_WRITE, 1, &gfn, NULL);
    return device->table == NULL ? -1 : 0;
}

static int protect_table(struct device *device)
{
    const struct attachment *at = device->attachment;

    return xendevicemodel_set_mem_type(at->devices, at->domid, HVMMEM_ioreq_server, TABLE_GFN, 1);
}

static const struct {
    const char *what;
    int (*step)(struct device *device);
} STEPS[] = {
    { "claim the registers", claim_registers },
    { "claim writes to protected pages", claim_writes },
    { "map the table", map_table },
    { "protect the table", protect_table },
};

int device_init(struct device *device, struct attachment *attachment)
{
    device->attachment = attachment;
    for (size_t n = 0; n < sizeof(STEPS) / sizeof(STEPS[0]); n++)
        if (STEPS[n].step(device) < 0) {
            warn("cannot %s", STEPS[n].what);
            return -1;
        }
    return 0;
}

/* The page is the guest's again before nobody answers for its writes. */
void device_end(struct device *device)
{
    const struct attachment *at = device->attachment;

    xendevicemodel_set_mem_type(at->devices, at->domid, HVMMEM_ram_rw, TABLE_GFN, 1);
    xendevicemodel_map_mem_type_to_ioreq_server(at->devices, at->domid, at->id,
                                                HVMMEM_ioreq_server, 0);
    xenforeignmemory_unmap(at->memory, device->table, 1);
}

static uint8_t *behind(struct device *device, uint64_t address, uint32_t size)
{
    if (address >= REGISTERS_BASE && address + size <= REGISTERS_BASE + REGISTERS_BYTES)
        return device->registers + (address - REGISTERS_BASE);
    if (address >= TABLE_BASE && address + size <= TABLE_BASE + XC_PAGE_SIZE)
        return device->table + (address - TABLE_BASE);
    return NULL;
}

uint64_t device_read(struct device *device, uint64_t address, uint32_t size)
{
    const uint8_t *at = behind(device, address, size);
    uint64_t data = ~0ull;

    if (at != NULL) {
        data = 0;
        memcpy(&data, at, size);
    }
    return data;
}

void device_write(struct device *device, uint64_t address, uint32_t size, uint64_t data)
{
    uint8_t *at = behind(device, address, size);

    if (at == NULL)
        return;
    memcpy(at, &data, size);
    if (address < REGISTERS_BASE)
        printf("table write %llu: 0x%llx at 0x%llx\n", (unsigned long long)++device->table_writes,
               (unsigned long long)data, (unsigned long long)address);
}
