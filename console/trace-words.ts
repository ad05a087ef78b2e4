/** The steps of a trace as sentences with fields in braces; Xen takes those of which nobody else is said. */

const rule = (made: string) => ({ says: `gfn {gfn} is {p2mt}: ${made}` });
const bytes = (does: string) => ({ says: `${does}: {size}-byte {dir} at {gpa}, {data}` });

export const TRACE_WORDS: Readonly<
  Record<string, { readonly by?: 'CPU' | 'device model'; readonly says: string }>
> = {
  ept_walk: { by: 'CPU', says: 'walks {level} {permissions}' },
  hit: { by: 'CPU', says: 'accesses RAM: {gpa} in frame {mfn}' },
  ept_violation: {
    by: 'CPU',
    says: 'leaves the guest: EPT violation at {gpa}, qualification {qualification}',
  },
  ept_misconfig: { says: 'handles an EPT misconfiguration at {gpa}' },
  io_exit: { by: 'CPU', says: 'leaves the guest: {size}-byte {dir} of port {port}' },
  populate: { says: 'puts RAM behind gfn {gfn}, on demand' },
  'internal-mmio': { says: 'emulates {gpa} itself' },
  'access-restriction': rule('a monitor restricts it'),
  'executable-superpage': rule('the superpage is split so that it can be executed'),
  'device-model-page': rule('the instruction is emulated, a device model may have to help'),
  'paged-out': rule('it is paged out'),
  shared: rule('it is shared'),
  'first-write-to-clean-page': rule('the first write to a page that is watched for writes'),
  spurious: rule('the cause is gone already, try again'),
  unhandled: rule('nobody handles it'),
  guest_memory: bytes('emulates in RAM'),
  write_discarded: bytes('drops the write'),
  read_from_ram: bytes('answers the read half from RAM by itself'),
  internal_device: { says: 'its own {device}: {dir} at {addr}, {data}' },
  cf8_latch: { says: 'remembers the configuration address {cf8}' },
  ioreq_server_select: { says: 'chooses who gets {addr}' },
  ioreq: {
    says: 'sends ioreq server {ioservid} a {size}-byte {dir} at {addr}, {data}; the vcpu waits',
  },
  ioreq_refused: { says: 'could not send it to ioreq server {ioservid}' },
  completion: { by: 'device model', says: 'has answered for {addr}: {data}' },
  mapcache_invalidate: { says: 'tells device models that pages have left the map' },
  retry: { says: 'lets the guest try again: {why}' },
  refaulting: { by: 'CPU', says: 'faults at {gpa} over and over' },
  inject: { says: 'injects exception {vector} into the guest' },
  domain_crash: { says: 'crashes the domain' },
  host_panic: { says: 'a real host would panic here: {why}' },
};
