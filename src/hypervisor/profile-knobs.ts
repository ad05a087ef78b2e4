/**
 * What differs between the releases of Xen and the v6 patch series: one row a difference, with its
 * value in each shipped profile. Longer than a file should be, because it is one table.
 *
 * Columns, oldest first: Xen 4.8.0, the v6 series of September 2016 on top of 4.8, Xen 4.9.0,
 * 4.17.7 (recorded) and stable-4.22 (recorded). `doubt` stands where a value was concluded or
 * recollected, never seen.
 */

export const PROFILE_NAMES = ['4.8', 'v6', '4.9', '4.17', '4.22'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

export type KnobValue = boolean | number | string;

export interface Knob<V extends KnobValue = KnobValue> {
  readonly what: string;
  /** The values that may be asked for. */
  readonly values: readonly V[];
  /** The value in each profile, in the order of `PROFILE_NAMES`. */
  readonly in: readonly [V, V, V, V, V];
  readonly source: string;
  readonly doubt?: string;
}

const knob = <const V extends KnobValue>(row: Knob<V>): Knob<V> => row;

const no = false;
const yes = true;
const ON_OFF: readonly boolean[] = [no, yes];

// prettier-ignore
export const KNOBS = {
  dm_interface: knob({
    what: 'by which hypercalls device models may come, where they are called by name',
    values: ['both', 'hvmop', 'dmop'],
    in: ['both', 'both', 'both', 'both', 'both'],
    source: 'ours: Xen has HVMOPs up to 4.8 and DMOPs from 4.9',
  }),
  binary_dm_interface: knob({
    what: 'by which hypercalls device models may come, where they are called by number',
    values: ['hvmop', 'dmop'],
    in: ['hvmop', 'hvmop', 'dmop', 'dmop', 'dmop'],
    source: 'xen/arch/x86/hvm/dm.c, since 4.9',
  }),
  dm_ops: knob({
    what: 'the highest number of a DMOP',
    values: [15, 20],
    in: [15, 15, 15, 20, 20],
    source: 'xen/include/public/hvm/dm_op.h; 16 since 4.10, 17 and 18 since 4.11, 19 and 20 since 4.15',
    doubt: '4.8 and v6 have none at all',
  }),
  dm_op_buffer: knob({
    what: 'how much of struct xen_dm_op must be given: all of it, or what the operation has, and then no buffer at all is ENODATA',
    values: ['whole', 'own'],
    in: ['whole', 'whole', 'whole', 'own', 'own'],
    source: 'commits 85cb15dfe4, since 4.11, and aef948a300 with its backports',
  }),
  map_mem_type: knob({
    what: 'an ioreq server can claim a page type',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'commit ca2b511d3f',
  }),
  pause_on_map_mem_type: knob({
    what: 'the domain is paused while a claim is made or given up',
    values: ON_OFF,
    in: [no, yes, no, no, no],
    source: 'change log of v6, patch 1/4',
  }),
  claim_required: knob({
    what: 'pages become ioreq_server only while a server claims the type',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'set_mem_type() in xen/arch/x86/hvm/dm.c',
  }),
  entry_count_guard: knob({
    what: 'a claim is refused while pages of the last owner are left',
    values: ON_OFF,
    in: [no, no, yes, yes, yes],
    source: 'p2m_set_ioreq_server(), commit 1679e0df3d',
    doubt: 'v6: recollected that the sweep alone was to prevent it',
  }),
  ioreq_server_from: knob({
    what: 'which pages set_mem_type turns into ioreq_server',
    values: ['any_ram', 'ram_rw'],
    in: ['any_ram', 'ram_rw', 'ram_rw', 'ram_rw', 'ram_rw'],
    source: 'hvm_allow_p2m_type_change() in 4.8, allow_p2m_type_change() since',
  }),
  ioreq_server_routing: knob({
    what: 'who gets a write to an ioreq_server page: the owner of the type, or a server by its ranges',
    values: ['ranges', 'owner'],
    in: ['ranges', 'owner', 'owner', 'owner', 'owner'],
    source: 'hvmemul_do_io()',
  }),
  ioreq_server_is_ram: knob({
    what: 'ioreq_server pages count as RAM for Xen itself',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'P2M_RAM_TYPES in asm/p2m.h',
  }),
  null_owner: knob({
    what: 'what becomes of a write to an ioreq_server page that nobody owns',
    values: ['retry', 'unhandleable'],
    in: ['unhandleable', 'unhandleable', 'retry', 'retry', 'retry'],
    source: 'hvmemul_do_io()',
    doubt: 'v6: from the discussion of its pause, the code was not seen',
  }),
  hold_gfn_lock_over_mmio: knob({
    what: 'the p2m stays locked until the emulation of an access is over',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'v6 patch 2/4, commit d909cb9999',
  }),
  rmw_read_from_ram: knob({
    what: 'the read half of a read-modify-write on an ioreq_server page is served from RAM',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'v6 patch 3/4, commit 4b602cced9',
  }),
  reset_on_unmap: knob({
    what: 'how the pages of a claim go back to ram_rw when it is given up',
    values: ['none', 'lazy', 'lazy_and_sweep'],
    in: ['none', 'lazy_and_sweep', 'lazy_and_sweep', 'lazy_and_sweep', 'lazy_and_sweep'],
    source: 'v6 patch 4/4, commits 1679e0df3d and 6d774a9516',
  }),
  refuse_logdirty_while_claimed: knob({
    what: 'global log-dirty is refused while ioreq_server pages exist',
    values: ON_OFF,
    in: [no, yes, yes, yes, yes],
    source: 'hap_enable_log_dirty()',
  }),
  non_hap_errno: knob({
    what: 'the answer to a claim, and to set_mem_type(ioreq_server), on a domain without HAP',
    values: ['EINVAL', 'EOPNOTSUPP'],
    in: ['EINVAL', 'EINVAL', 'EOPNOTSUPP', 'EOPNOTSUPP', 'EOPNOTSUPP'],
    source: 'dm_op() and set_mem_type() in xen/arch/x86/hvm/dm.c',
    doubt: 'v6: recollected',
  }),
  dm_op_on_non_hvm: knob({
    what: 'the answer to a DMOP on a domain that is not HVM',
    values: ['success', 'EINVAL'],
    in: ['EINVAL', 'EINVAL', 'success', 'EINVAL', 'EINVAL'],
    source: 'dm_op(); commit 615367b527, since 4.15',
  }),
  shadow_paging: knob({
    what: 'the build has shadow paging, so that domains without HAP can be created',
    values: ON_OFF,
    in: [yes, yes, yes, no, yes],
    source: 'recorded: the 4.17 build has none',
  }),
  domid_in_use_errno: knob({
    what: 'the answer to creating a domain with the domid of another',
    values: ['EINVAL', 'EEXIST'],
    in: ['EINVAL', 'EINVAL', 'EINVAL', 'EEXIST', 'EEXIST'],
    source: 'XEN_DOMCTL_createdomain in xen/common/domctl.c',
  }),
  reserved_domid_is_any: knob({
    what: 'a domid that is not for new domains stands for the next free one, instead of EEXIST',
    values: ON_OFF,
    in: [yes, yes, yes, yes, no],
    source: 'XEN_DOMCTL_createdomain; domid_alloc() since 4.21; recorded for 4.17 and 4.22',
  }),
  nested_virt: knob({
    what: 'domains with nested virtualization can be created',
    values: ON_OFF,
    in: [yes, yes, yes, yes, no],
    source: 'arch_sanitise_domain_config(), hvm_nested_virt_supported(); recorded for 4.17 and 4.22',
  }),
  grant_frames_clamped: knob({
    what: 'a domain that asks for more grant frames than the host gives gets those, instead of EINVAL',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'grant_table_init(); recorded for 4.17 and 4.22',
  }),
  pirq_is_optional: knob({
    what: 'an HVM domain may be without the emulation of pirqs',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'emulation_flags_ok() in xen/arch/x86/domain.c',
  }),
  mem_access: knob({
    what: 'the processor has what restricted access to pages takes: EPT',
    values: ON_OFF,
    in: [yes, yes, yes, yes, yes],
    source: 'ours: p2m_mem_access_sanity_check() refuses on AMD, where the recordings were made',
  }),
  status_of_xen_ports: knob({
    what: "how EVTCHNOP_status answers for a port of Xen's own: EACCES, or as for any other",
    values: ['EACCES', 'told'],
    in: ['EACCES', 'EACCES', 'EACCES', 'EACCES', 'told'],
    source: 'evtchn_status(); recorded for 4.17 and 4.22',
  }),
  guests_acquire: knob({
    what: 'a domain whose memory is translated may acquire resources itself, instead of EACCES',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'arch_acquire_resource_check(); recorded for 4.17 and 4.22',
  }),
  resource_size_errno: knob({
    what: 'the size of a resource that there is not: a number that is none, or EINVAL',
    values: ['a_number', 'EINVAL'],
    in: ['EINVAL', 'EINVAL', 'EINVAL', 'a_number', 'EINVAL'],
    source: 'resource_max_frames(); recorded for 4.17 and 4.22',
  }),
  ept_entry_layout: knob({
    what: 'where an EPT entry holds p2m_access_t: bits 61:58, or 62:59 beside paging-write',
    values: ['access_58', 'access_59'],
    in: ['access_58', 'access_58', 'access_58', 'access_58', 'access_59'],
    source: 'ept_entry_t in asm/hvm/vmx/vmx.h',
    doubt: '4.22: read, not recorded',
  }),
  rangeset_remove_stretches: knob({
    what: 'taking a range out of the log-dirty ranges, or of the frames of devices, may lengthen the one before it',
    values: ON_OFF,
    in: [yes, yes, yes, yes, no],
    source: 'rangeset_remove_range(); commit e118fc98e7',
  }),
  ioservid_allocation: knob({
    what: 'ids of ioreq servers: counted up from 1 without a limit, or the lowest free of 8 slots',
    values: ['counter', 'slot'],
    in: ['counter', 'counter', 'counter', 'slot', 'slot'],
    source: 'next_ioservid(); slots since 4.11',
  }),
  ioreq_page_at: knob({
    what: 'when an ioreq server gets its pages',
    values: ['create', 'get_info'],
    in: ['create', 'create', 'create', 'get_info', 'get_info'],
    source: 'hvm_ioreq_server_init(); on demand since 4.11',
  }),
  legacy_ioreq_gfns: knob({
    what: 'where the gfns of IOREQ_PFN and BUFIOREQ_PFN may serve when the pool is empty',
    values: ['none', 'inverted', 'fallback'],
    in: ['none', 'none', 'none', 'inverted', 'fallback'],
    source: 'hvm_alloc_legacy_ioreq_gfn(); commit 282ed258a5 turned its test round',
  }),
  default_ioreq_server: knob({
    what: 'when reading IOREQ_PFN, BUFIOREQ_PFN or BUFIOREQ_EVTCHN creates the default ioreq server: at any time, or until the domain is first unpaused',
    values: ['any_time', 'under_construction', 'never'],
    in: ['any_time', 'any_time', 'under_construction', 'never', 'never'],
    source: 'hvmop_get_param(); gone in 4.12',
  }),
  emulator_only: knob({
    what: 'only the domain that created an ioreq server may work on it',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'xen/common/ioreq.c, since 4.11',
  }),
  get_info_flags: knob({
    what: 'get_ioreq_server_info knows the flag no_gfns',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'XEN_DMOP_no_gfns, since 4.11',
  }),
  ioreq_gfn_mismatch: knob({
    what: 'what becomes of a domain in which the gfn of an ioreq page maps something else when it is to be taken out',
    values: ['ignored', 'crash', 'crash_unless_hole'],
    in: ['ignored', 'ignored', 'ignored', 'crash', 'crash_unless_hole'],
    source: 'p2m_remove_entry(), p2m_is_valid()',
  }),
  pvh_is_hvm: knob({
    what: 'PVH domains take the hypercalls of HVM domains',
    values: ON_OFF,
    in: [no, no, yes, yes, yes],
    source: 'is_hvm_domain(); PVH of the first kind went in 4.9',
  }),
  df_aware_ranges: knob({
    what: 'a repeated memory request that runs downwards is matched by the bytes it touches',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'ioreq_mmio_first_byte(), since 4.12',
  }),
  pio_write_completion: knob({
    what: 'an OUT is emulated once more when the device model has answered',
    values: ON_OFF,
    in: [yes, yes, yes, no, no],
    source: 'ioreq_needs_completion(), since 4.11',
  }),
  destroyed_in_flight: knob({
    what: 'a request whose server is gone when its vcpu runs: stays ready, or completes with its own data',
    values: ['stays_ready', 'completes'],
    in: ['stays_ready', 'stays_ready', 'stays_ready', 'completes', 'completes'],
    source: 'commit f7039ee41b, since 4.14',
  }),
  broadcast_to: knob({
    what: 'which ioreq servers a broadcast reaches',
    values: ['all', 'enabled'],
    in: ['all', 'all', 'all', 'enabled', 'enabled'],
    source: 'ioreq_broadcast()',
  }),
  unbufferable: knob({
    what: 'a buffered request that does not fit a slot: lost, or sent synchronously',
    values: ['lost', 'unhandled'],
    in: ['lost', 'lost', 'lost', 'lost', 'unhandled'],
    source: 'ioreq_send_buffered(); commit 2e0b545b84, since 4.20',
  }),
  invalidate_mapcache_on: knob({
    what: 'after what the device models are told to forget their mappings of guest memory',
    values: ['guest_decrease_reservation', 'any_removal'],
    in: ['guest_decrease_reservation', 'guest_decrease_reservation', 'guest_decrease_reservation', 'any_removal', 'any_removal'],
    source: 'ioreq_request_mapcache_invalidate(), since 4.15',
  }),
  copy_before_mmio: knob({
    what: 'emulation tries guest memory first, so that a write to ram_ro never reaches an ioreq server',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'recorded for 4.17 and 4.22',
    doubt: '4.8, v6, 4.9: by reading',
  }),
  cmpxchg_tries_ram: knob({
    what: 'where a compare-and-exchange cannot be done in place it is stored as other writes are, guest memory first; else it goes to devices at once',
    values: ON_OFF,
    in: [yes, yes, yes, no, yes],
    source: 'hvmemul_cmpxchg(); commits cb68799b45, since 4.11, and 2488ede7a9, since 4.21',
  }),
  mmio_cache_entries: knob({
    what: 'memory operands of one instruction that a retry remembers',
    values: [3, 64],
    in: [3, 3, 3, 3, 64],
    source: 'struct hvm_vcpu_io; commit 672894a11f, since 4.20',
  }),
  pending_write_reaches_ram: knob({
    what: 'a forwarded write whose page has become ram_rw when it is answered is stored there too',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'recorded for 4.17 and 4.22',
    doubt: '4.8, v6, 4.9: taken to be as 4.17',
  }),
  relocate_checks_type: knob({
    what: 'relocate_memory refuses pages that are not ram_rw',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'recorded for 4.17 and 4.22',
  }),
  nr_hvm_params: knob({
    what: 'how many HVM parameters there are',
    values: [37, 38, 39],
    in: [37, 37, 38, 39, 39],
    source: 'HVM_NR_PARAMS in public/hvm/params.h',
  }),
  given_up_hvm_params: knob({
    what: 'parameters without a meaning any more (PAE_ENABLED, DM_DOMAIN, NESTEDHVM, BUFIOREQ_EVTCHN, MEMORY_EVENT_*) are refused',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'hvm_allow_set_param(), hvm_allow_get_param()',
  }),
  altp2m_param: knob({
    what: 'which values HVM_PARAM_ALTP2M takes',
    values: ['up_to_1', 'up_to_3', 'none'],
    in: ['up_to_1', 'up_to_1', 'up_to_3', 'up_to_3', 'none'],
    source: 'hvm_set_param(); recorded for 4.17 and 4.22',
  }),
  viridian_features: knob({
    what: 'which bits HVM_PARAM_VIRIDIAN may have',
    values: [0x3f, 0x7f, 0x1fff],
    in: [0x3f, 0x3f, 0x7f, 0x1fff, 0x1fff],
    source: 'HVMPV_feature_mask in public/hvm/params.h',
  }),
  events_told_at_once: knob({
    what: 'setting HVM_PARAM_CALLBACK_IRQ or an upcall vector tells the vcpus of their events anew',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'hvm_set_callback_via(), hvmop_set_evtchn_upcall_vector(), since 4.11',
  }),
  gsi_without_io_apic: knob({
    what: 'what becomes of a host when an interrupt line goes up in a domain that has local APICs only',
    values: ['panic', 'nothing'],
    in: ['panic', 'panic', 'nothing', 'nothing', 'nothing'],
    source: 'vioapic_irq_positive_edge()',
    doubt: '4.8, v6: by reading',
  }),
  event_injection: knob({
    what: 'by the rules of which processor an injected event enters the guest: Intel VMX or AMD SVM',
    values: ['vmx', 'svm'],
    in: ['vmx', 'vmx', 'vmx', 'vmx', 'vmx'],
    source: 'ours: the recordings were made on svm, see golden/xen/SURFACE.md',
  }),
  msi_pirq_signed: knob({
    what: 'a pirq beyond 31 bits in the address of an MSI is out of range, not just too large',
    values: ON_OFF,
    in: [yes, yes, yes, yes, no],
    source: 'hvm_inject_msi(); recorded for 4.17 and 4.22',
  }),
  pin_uncached_needs_iommu: knob({
    what: 'memory types UC, WC and UC- can be pinned only in a domain that has devices of its own',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'hvm_set_mem_pinned_cacheattr(); recorded for 4.17 and 4.22',
  }),
  xentrace_whole_words: knob({
    what: 'HVMOP_xentrace refuses extra bytes that are not a multiple of 4',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'do_hvm_op(); recorded for 4.17 and 4.22',
  }),
  pagetable_dying_of_others: knob({
    what: 'the answer to HVMOP_pagetable_dying on another domain than the own',
    values: ['as_own', 'EOPNOTSUPP'],
    in: ['as_own', 'as_own', 'as_own', 'EOPNOTSUPP', 'EOPNOTSUPP'],
    source: 'do_hvm_op()',
  }),
  vram_enables_log_dirty: knob({
    what: 'to track video memory is to turn log-dirty mode on, for no page but those tracked',
    values: ON_OFF,
    in: [yes, yes, yes, no, no],
    source: 'hap_track_dirty_vram(); commit 82417e0fd8, since 4.18 and in 4.17.7',
  }),
  modified_memory_copy_fails: knob({
    what: 'DMOP modified_memory answers EFAULT whenever log-dirty mode is on',
    values: ON_OFF,
    in: [no, no, yes, no, no],
    source: 'modified_memory() in 4.9; repaired in 4.10 by commit 1c2ea5ee05',
  }),
  modified_memory_buffers: knob({
    what: 'how many buffers DMOP modified_memory wants to be given; one that is lacking holds no extent',
    values: [1, 2],
    in: [1, 1, 1, 2, 2],
    source: 'dm_op(); recorded for 4.17 and 4.22',
    doubt: '4.8 and v6 have no DMOPs',
  }),
  acquire_resource: knob({
    what: 'a device model can map pages of Xen itself, as those of its ioreq servers',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'XENMEM_acquire_resource, since 4.11',
  }),
  physmap_source: knob({
    what: 'which pages relocate_memory and add_to_physmap move: any, or only ordinary RAM',
    values: ['any', 'ram_rw'],
    in: ['any', 'any', 'any', 'any', 'ram_rw'],
    source: 'xenmem_add_to_physmap_one(); recorded for 4.17 and 4.22',
  }),
  physmap_moves_overlaps: knob({
    what: 'a range that moves upwards onto itself is moved from its end, so that nothing is lost',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'xenmem_add_to_physmap(), commit 7acc7dd36b; recorded for 4.17 and 4.22',
  }),
  invalidate_after: knob({
    what: 'when device models are told to forget what they have mapped: any page has left the map, or the guest itself has given RAM back',
    values: ['own_decrease', 'removal'],
    in: ['own_decrease', 'own_decrease', 'own_decrease', 'removal', 'removal'],
    source: 'ioreq_request_mapcache_invalidate(), since 4.15; hvm_memory_op() before',
  }),
  foreign_pages: knob({
    what: 'what add_to_physmap_batch does for a domain that wants pages of another in its map: refuses it, or maps them',
    values: ['EINVAL', 'EPERM', 'maps'],
    in: ['EINVAL', 'EINVAL', 'EPERM', 'EPERM', 'maps'],
    source: 'p2m_add_foreign(), arch_acquire_resource_check(); recorded for 4.17 and 4.22',
  }),
  iomem_checks: knob({
    what: 'what XEN_DOMCTL_iomem_permission and memory_mapping look at first: who calls, or whether there are such frames',
    values: ['privilege_first', 'range_first'],
    in: ['privilege_first', 'privilege_first', 'privilege_first', 'range_first', 'range_first'],
    source: 'do_domctl(); in 4.17.7 and 4.22, not in the releases between them that were looked at',
  }),
  iomem_grant_recalculates: knob({
    what: 'the first grant of device frames has the memory types of what is mapped already computed anew',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'memory_type_changed(), since 4.13; iomem_permit_access(), since 4.17',
  }),
  iomem_unmap_needs_permission: knob({
    what: 'device frames can be taken out of the map only of a domain that may still have them',
    values: ON_OFF,
    in: [yes, yes, yes, yes, no],
    source: 'XEN_DOMCTL_memory_mapping in xen/common/domctl.c',
  }),
  mmio_superpages: knob({
    what: 'device frames are mapped by 2M pages where they can be',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'mmio_order(), since 4.12; before only with an IOMMU that shares the tables',
  }),
  dom0_has_msi_frames: knob({
    what: 'dom0 may have the frames to which MSIs are written, but for that of the local APIC',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'dom0_setup_permissions() in 4.17.7 and 4.22',
  }),
  max_vcpus_at_creation: knob({
    what: 'how many vcpus a domain has is said when it is created, and is never another number',
    values: ON_OFF,
    in: [no, no, no, yes, yes],
    source: 'XEN_DOMCTL_max_vcpus in xen/common/domctl.c',
  }),
  debug_port_internal: knob({
    what: 'port 0xe9 is read inside Xen',
    values: ON_OFF,
    in: [no, no, no, no, yes],
    source: 'recorded for 4.17 and 4.22',
  }),
} as const satisfies Record<string, Knob>;

export type KnobName = keyof typeof KNOBS;

type ValueOf<K> = K extends Knob<infer V> ? V : never;

/** One value for every knob. */
export type Knobs = { readonly [Name in KnobName]: ValueOf<(typeof KNOBS)[Name]> };
