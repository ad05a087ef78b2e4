/** What the guest does, and the answers of its device models. */

import { IOREQ_DIR, IOREQ_TYPE } from '../../src/hypervisor/abi/ioreq.js';
import type { Access } from '../../src/hypervisor/access/access.js';
import { demand } from './demand.js';
import type { NaivePage } from './naive-model.js';
import { FIRST, NR, VCPUS, type Twin } from './twin.js';

const WORD = 4;
const ALL_ONES = 0xffff_ffff;

const gpaAt = (number: number): number => (FIRST + (number % NR)) * 4096;
const vcpuAt = (number: number): number => number % VCPUS;

export const guestMoves = {
  read(twin: Twin, a: number, b: number) {
    const gpa = gpaAt(a);
    const page = pageAt(twin, gpa);
    const access = twin.access({ vcpu: vcpuAt(b), kind: 'read', gpa, size: WORD });
    if (access === undefined) return;
    if (isDevice(page)) {
      expectOfDevice(twin, access, gpa, ALL_ONES);
      return;
    }
    expectDone(access);
    expectWord(twin, page, Number(access.data));
  },

  write(twin: Twin, a: number, b: number, c: number) {
    const gpa = gpaAt(a);
    const page = pageAt(twin, gpa);
    const request = { vcpu: vcpuAt(b), kind: 'write', gpa, size: WORD, data: BigInt(c) } as const;
    const access = twin.access(request);
    if (access === undefined) return;
    if (isDevice(page)) {
      expectOfDevice(twin, access, gpa);
      return;
    }
    if (page.type === 'ioreq_server') {
      expectOfOwner(twin, access);
      return;
    }
    expectDone(access);
    if (page.type === 'ram_ro') return;
    page.type = 'ram_rw';
    twin.model.words.set(page.mfn, c);
  },

  /** `lock add`: its read half never goes to the owner of the type. */
  rmw(twin: Twin, a: number, b: number, c: number) {
    const gpa = gpaAt(a);
    const page = pageAt(twin, gpa);
    const request = { kind: 'rmw', op: 'add', gpa, size: WORD, data: BigInt(c) } as const;
    const access = twin.access({ vcpu: vcpuAt(b), ...request });
    if (access === undefined) return;
    if (isDevice(page)) {
      expectOfDevice(twin, access, gpa, ALL_ONES);
      return;
    }
    if (page.type === 'ioreq_server') {
      expectOfOwner(twin, access);
      return;
    }
    expectDone(access);
    expectWord(twin, page, Number(access.data));
    if (page.type === 'ram_ro') return;
    page.type = 'ram_rw';
    twin.model.words.set(page.mfn, (Number(access.data) + c) >>> 0);
  },

  /** The device model answers the request of a vcpu, if it has one. */
  answer(twin: Twin, a: number, b: number) {
    const vcpu = vcpuAt(a);
    const server = twin.d1.ioreqServers.inOrder.find(({ requests }) => requests.isPending(vcpu));
    server?.requests.complete(vcpu, { data: BigInt(b) });
  },
};

const pageAt = ({ model }: Twin, gpa: number): NaivePage | undefined => model.pages.get(gpa / 4096);

const isDevice = (page: NaivePage | undefined): page is undefined =>
  page === undefined || page.type === 'mmio_dm';

function expectDone({ outcome, reason }: Access): void {
  demand(outcome, 'completed', `outcome of an access that waits for ${reason}`);
}

/** The server that serves the address has it; where none does, a read is all ones. */
function expectOfDevice(twin: Twin, access: Access, gpa: number, nobody?: number): void {
  const server = twin.model.serverAt(gpa, gpa + WORD - 1);
  if (server === undefined) {
    expectDone(access);
    if (nobody !== undefined) demand(Number(access.data), nobody, 'what nobody answers');
    return;
  }
  demand(access.reason, 'ioreq', 'reason');
  demand(access.ioreqs.at(-1)?.ioservid, server, `server that is asked at ${gpa}`);
  demand(access.ioreqs.at(-1)?.addr, gpa, 'address that is asked for');
}

/**
 * Its owner has it, even while disabled; where nobody owns the type the guest faults for ever, unless
 * the entry was written since and permits the write.
 */
function expectOfOwner(twin: Twin, access: Access): void {
  const { owner, servers } = twin.model;
  if (owner !== undefined && servers.get(owner)?.hasPorts === false) {
    demand(access.outcome, 'injected', 'outcome where the page of the owner knows no ports');
    return;
  }
  if (owner === undefined && access.settled) {
    twin.forget(access.request.gpa ?? 0);
    expectDone(access);
    return;
  }
  demand(access.reason, owner === undefined ? 'refaulting' : 'ioreq', 'reason');
  const request = access.ioreqs.find(({ type }) => type === IOREQ_TYPE.copy);
  demand(request?.ioservid, owner, 'server that is asked to write');
  if (request !== undefined) demand(request.dir, IOREQ_DIR.write, 'direction');
}

/** What a page was found to hold: what was last written to it, if that is known. */
function expectWord({ model }: Twin, page: NaivePage, found: number): void {
  demand(found, model.words.get(page.mfn) ?? found, 'word in memory');
  model.words.set(page.mfn, found);
}
