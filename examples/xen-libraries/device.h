/*
 * The device: a page of registers at 0xf0000000, and a page of the guest's that it wants to know the writes to, as XenGT
 * does with the page tables of a GPU.
 */

#ifndef DEVICE_H
#define DEVICE_H

#include <stdint.h>

#include "attach.h"

#define REGISTERS_BASE 0xf0000000ull

enum { REGISTERS_BYTES = 4096, TABLE_GFN = 0x100 };

struct device {
    struct attachment *attachment;
    uint8_t registers[REGISTERS_BYTES];
    /* The guest's page, mapped: what is written to it does not get there by itself. */
    uint8_t *table;
    uint64_t table_writes;
};

/* 0, or -1 with what went wrong on stderr. */
int device_init(struct device *device, struct attachment *attachment);
void device_end(struct device *device);

uint64_t device_read(struct device *device, uint64_t address, uint32_t size);
void device_write(struct device *device, uint64_t address, uint32_t size, uint64_t data);

#endif
