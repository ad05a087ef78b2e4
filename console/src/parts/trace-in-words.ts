/** A step of a trace: who takes it, and what it comes to, in a sentence. */

import type { Answer } from '../answer.js';

export type Step = Answer<'accessGuest'>['trace'][number];
export type Actor = 'CPU' | 'Xen' | 'device model';

interface Wording {
  readonly by: Actor;
  readonly says: (fields: Readonly<Record<string, unknown>>) => string;
}

const LEVELS = ['PTE', 'PDE', 'PDPTE', 'PML4E'];

const rule = (made: string): Wording => ({
  by: 'Xen',
  says: ({ gfn, p2mt }) => `gfn ${text(gfn)} is ${text(p2mt)}: ${made}`,
});

const WORDINGS: Readonly<Record<string, Wording>> = {
  ept_walk: {
    by: 'CPU',
    says: ({ level, permissions, p2mt, emt, recalc, sp }) =>
      `walks ${LEVELS[Number(level)] ?? ''} ${text(permissions)}` +
      (level === 0 || sp === true ? `, type ${text(p2mt)}` : '') +
      (emt === 7 ? ', memory type 7: a misconfiguration' : '') +
      (recalc === true ? ', marked for recalculation' : ''),
  },
  hit: { by: 'CPU', says: ({ gpa, mfn }) => `accesses RAM: ${text(gpa)} in frame ${text(mfn)}` },
  ept_violation: {
    by: 'CPU',
    says: ({ gpa, qualification }) =>
      `leaves the guest: EPT violation at ${text(gpa)}, qualification ${text(qualification)}`,
  },
  ept_misconfig: {
    by: 'Xen',
    says: ({ gpa, resolved, spurious }) =>
      `handles an EPT misconfiguration at ${text(gpa)}: ` +
      (resolved === true ? 'recalculates the path' : spurious === true ? 'spurious' : 'unresolved'),
  },
  io_exit: {
    by: 'CPU',
    says: ({ port, dir, size }) =>
      `leaves the guest: ${text(size)}-byte ${text(dir)} of port ${text(port)}`,
  },
  populate: { by: 'Xen', says: ({ gfn }) => `puts RAM behind gfn ${text(gfn)}, on demand` },
  'internal-mmio': { by: 'Xen', says: ({ gpa }) => `emulates ${text(gpa)} itself` },
  'access-restriction': rule('a monitor restricts it'),
  'executable-superpage': rule('the superpage is split so that it can be executed'),
  'device-model-page': rule('the instruction is emulated, a device model may have to help'),
  'paged-out': rule('it is paged out'),
  shared: rule('it is shared'),
  'first-write-to-clean-page': rule('the first write to a page that is watched for writes'),
  spurious: rule('the cause is gone already, try again'),
  unhandled: rule('nobody handles it'),
  guest_memory: { by: 'Xen', says: bytes('emulates in RAM') },
  write_discarded: { by: 'Xen', says: bytes('drops the write') },
  read_from_ram: { by: 'Xen', says: bytes('answers the read half from RAM by itself') },
  internal_device: {
    by: 'Xen',
    says: ({ device, addr, dir, data }) =>
      `its own ${text(device)}: ${text(dir)} at ${text(addr)}, ${text(data)}`,
  },
  cf8_latch: { by: 'Xen', says: ({ cf8 }) => `remembers the configuration address ${text(cf8)}` },
  ioreq_server_select: {
    by: 'Xen',
    says: ({ ioservid, addr, why }) =>
      `chooses who gets ${text(addr)}: ` +
      (ioservid === null ? text(why) : `ioreq server ${text(ioservid)} (${text(why)})`),
  },
  ioreq: {
    by: 'Xen',
    says: ({ ioservid, dir, size, addr, data }) =>
      `sends ioreq server ${text(ioservid)} a ${text(size)}-byte ${text(dir)} at ${text(addr)}, ${text(data)}; the vcpu waits`,
  },
  ioreq_refused: {
    by: 'Xen',
    says: ({ ioservid }) => `could not send it to ioreq server ${text(ioservid)}`,
  },
  completion: {
    by: 'device model',
    says: ({ addr, data }) => `has answered for ${text(addr)}: ${text(data)}`,
  },
  mapcache_invalidate: {
    by: 'Xen',
    says: () => 'tells device models that pages have left the map',
  },
  retry: { by: 'Xen', says: ({ why }) => `lets the guest try again: ${text(why)}` },
  refaulting: { by: 'CPU', says: ({ gpa }) => `faults at ${text(gpa)} over and over` },
  inject: { by: 'Xen', says: ({ vector }) => `injects exception ${text(vector)} into the guest` },
  domain_crash: { by: 'Xen', says: () => 'crashes the domain' },
  host_panic: { by: 'Xen', says: ({ why }) => `a real host would panic here: ${text(why)}` },
};

/** A step that this console has no words for yet is said as it came. */
export function stepInWords({ step, ...fields }: Step): { by: Actor; says: string } {
  const wording = WORDINGS[step];
  if (wording === undefined) return { by: 'Xen', says: `${step} ${JSON.stringify(fields)}` };
  return { by: wording.by, says: wording.says(fields) };
}

function bytes(does: string): Wording['says'] {
  return ({ gpa, dir, size, data }) =>
    `${does}: ${text(size)}-byte ${text(dir)} at ${text(gpa)}, ${text(data)}`;
}

const text = (value: unknown) => String(value);
