/** The chapters of the OpenAPI document. */

export const TAGS = [
  {
    name: 'domains',
    description: 'Create, look at, stop and destroy domains, as a toolstack does.',
  },
  {
    name: 'hvmop',
    description: 'Device-model hypercalls of Xen 4.8 and earlier, and those that stayed HVMOPs.',
  },
  {
    name: 'dmop',
    description: 'Device-model hypercalls of Xen 4.9 and later (`HYPERVISOR_dm_op`).',
  },
  { name: 'memory', description: 'Memory hypercalls (`HYPERVISOR_memory_op`).' },
  { name: 'domctl', description: 'What a toolstack asks of Xen (`HYPERVISOR_domctl`).' },
  {
    name: 'evtchn',
    description: 'Event channels (`HYPERVISOR_event_channel_op`) of a domain or of dom0.',
  },
  { name: 'guest', description: 'Be the guest: its accesses walk the real EPT entries.' },
  { name: 'device model', description: 'Serve the requests that reach an ioreq server.' },
  {
    name: 'explore',
    description:
      'Every interleaving of a few actors, on a machine of its own that nobody else sees.',
  },
  {
    name: 'hosts',
    description: 'Machines side by side: make, seed, reset, write down and put back.',
  },
  {
    name: 'journal',
    description: 'What has happened on the host, and its clock.',
  },
  { name: 'faults', description: 'Have the host fail, to see what becomes of those who use it.' },
  { name: 'inspection', description: 'What the p2m and the EPT hold.' },
  { name: 'xenstore', description: 'What the toolstack and device models tell each other.' },
  { name: 'about', description: 'What is emulated, and of which Xen.' },
] as const;

export type Tag = (typeof TAGS)[number]['name'];
