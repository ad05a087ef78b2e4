/*
 * Prints where the members of Xen's public structs lie: `struct size`, then a line `member offset size` for each.
 * DM_OP, HVM_OP or HVM_OP_4_8 says of which; the last needs the headers of that release.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef HVM_OP
#define __XEN_INTERFACE_VERSION__ 0x00040800 /* has the HVMOPs that became DMOPs */
#else
#define __XEN_TOOLS__ 1
#endif

#include <xen/xen.h>
#include <xen/hvm/hvm_op.h>
#ifdef DM_OP
#include <xen/hvm/dm_op.h>
#endif

#define STRUCT(name) printf("%s %zu\n", #name, sizeof(struct name))
#define MEMBER(name, member) \
    printf("  %s %zu %zu\n", #member, offsetof(struct name, member), sizeof(((struct name *)0)->member))

#define STRUCT1(s, a) STRUCT(s); MEMBER(s, a)
#define STRUCT2(s, a, b) STRUCT1(s, a); MEMBER(s, b)
#define STRUCT3(s, a, b, c) STRUCT2(s, a, b); MEMBER(s, c)
#define STRUCT4(s, a, b, c, d) STRUCT3(s, a, b, c); MEMBER(s, d)
#define STRUCT5(s, a, b, c, d, e) STRUCT4(s, a, b, c, d); MEMBER(s, e)
#define STRUCT6(s, a, b, c, d, e, f) STRUCT5(s, a, b, c, d, e); MEMBER(s, f)
#define STRUCT7(s, a, b, c, d, e, f, g) STRUCT6(s, a, b, c, d, e, f); MEMBER(s, g)
#define STRUCT8(s, a, b, c, d, e, f, g, h) STRUCT7(s, a, b, c, d, e, f, g); MEMBER(s, h)

int main(void)
{
#ifdef DM_OP
    STRUCT3(xen_dm_op, op, pad, u);
    STRUCT3(xen_dm_op_create_ioreq_server, handle_bufioreq, pad, id);
    STRUCT5(xen_dm_op_get_ioreq_server_info, id, flags, bufioreq_port, ioreq_gfn, bufioreq_gfn);
    STRUCT5(xen_dm_op_ioreq_server_range, id, pad, type, start, end);
    STRUCT3(xen_dm_op_set_ioreq_server_state, id, enabled, pad);
    STRUCT2(xen_dm_op_destroy_ioreq_server, id, pad);
    STRUCT3(xen_dm_op_track_dirty_vram, nr, pad, first_pfn);
    STRUCT5(xen_dm_op_set_pci_intx_level, domain, bus, device, intx, level);
    STRUCT2(xen_dm_op_set_isa_irq_level, isa_irq, level);
    STRUCT2(xen_dm_op_set_pci_link_route, link, isa_irq);
    STRUCT2(xen_dm_op_modified_memory, nr_extents, opaque);
    STRUCT3(xen_dm_op_modified_memory_extent, nr, pad, first_pfn);
    STRUCT4(xen_dm_op_set_mem_type, nr, mem_type, pad, first_pfn);
    STRUCT8(xen_dm_op_inject_event, vcpuid, vector, type, insn_len, pad0, error_code, pad1, cr2);
    STRUCT3(xen_dm_op_inject_msi, data, pad, addr);
    STRUCT4(xen_dm_op_map_mem_type_to_ioreq_server, id, type, flags, opaque);
    STRUCT1(xen_dm_op_remote_shutdown, reason);
    STRUCT4(xen_dm_op_relocate_memory, size, pad, src_gfn, dst_gfn);
    STRUCT4(xen_dm_op_pin_memory_cacheattr, start, end, type, pad);
    STRUCT1(xen_dm_op_nr_vcpus, vcpus);
#else
    STRUCT3(xen_hvm_param, domid, index, value);
    STRUCT6(xen_hvm_set_pci_intx_level, domid, domain, bus, device, intx, level);
    STRUCT3(xen_hvm_set_isa_irq_level, domid, isa_irq, level);
    STRUCT3(xen_hvm_set_pci_link_route, domid, link, isa_irq);
    STRUCT2(xen_hvm_pagetable_dying, domid, gpa);
    STRUCT1(xen_hvm_get_time, now);
    STRUCT3(xen_hvm_xentrace, event, extra_bytes, extra);
    STRUCT3(xen_hvm_get_mem_type, domid, mem_type, pfn);
    STRUCT2(xen_hvm_evtchn_upcall_vector, vcpu, vector);
#endif
#ifdef HVM_OP_4_8
    STRUCT4(xen_hvm_track_dirty_vram, domid, nr, first_pfn, dirty_bitmap);
    STRUCT3(xen_hvm_modified_memory, domid, nr, first_pfn);
    STRUCT4(xen_hvm_set_mem_type, domid, hvmmem_type, nr, first_pfn);
    STRUCT7(xen_hvm_inject_trap, domid, vcpuid, vector, type, error_code, insn_len, cr2);
    STRUCT3(xen_hvm_inject_msi, domid, data, addr);
    STRUCT3(xen_hvm_create_ioreq_server, domid, handle_bufioreq, id);
    STRUCT5(xen_hvm_get_ioreq_server_info, domid, id, ioreq_pfn, bufioreq_pfn, bufioreq_port);
    STRUCT5(xen_hvm_io_range, domid, id, type, start, end);
    STRUCT2(xen_hvm_destroy_ioreq_server, domid, id);
    STRUCT3(xen_hvm_set_ioreq_server_state, domid, id, enabled);
#endif
    return 0;
}
