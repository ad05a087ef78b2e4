import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { shadowOp } from '../../../src/hypervisor/hvm/shadow-op.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { Host } from '../../../src/hypervisor/host.js';
import { CREATE_DOMAIN, errno, hostWithRam } from '../../support/host.js';

const OFF = 0;
const ENABLE_TEST = 1;
const ENABLE_LOGDIRTY = 2;
const CLEAN = 11;
const PEEK = 12;
const GET_ALLOCATION = 30;
const ENABLE = 32;
const MODE_LOG_DIRTY = 4;

const NOTHING = { dirtyCount: 0, bitmap: new Uint8Array() };

function setup(spec = {}) {
  const { d1 } = hostWithRam(64, spec);
  return {
    d1,
    op: (op: number, { mode = 0, pages = 0 } = {}) => runTask(shadowOp(d1, { op, mode, pages })),
  };
}

describe('shadowOp', () => {
  it('switches log-dirty mode on and off', () => {
    const { d1, op } = setup();

    expect(op(ENABLE_LOGDIRTY)).toEqual(NOTHING);
    expect([d1.p2m.typeOf(3), d1.pauseCount]).toEqual([P2MT.ram_logdirty, 0]);

    expect(op(OFF)).toEqual(NOTHING);
    expect(d1.p2m.typeOf(3)).toBe(P2MT.ram_rw);
    expect(op(OFF)).toEqual(NOTHING);
  });

  it('marks nothing where the mode is off already', () => {
    const { d1, op } = setup();

    op(OFF);

    expect(d1.p2m.tables.flushes).toBe(0);
  });

  it('switches it on by the mode of enabling, too', () => {
    const { d1, op } = setup();

    expect(() => op(ENABLE)).toThrow(errno('EINVAL', 'operation 32'));
    op(ENABLE, { mode: MODE_LOG_DIRTY });

    expect(d1.p2m.logDirty.enabled).toBe(true);
  });

  it('reads which pages are dirty', () => {
    const { d1, op } = setup();
    op(ENABLE_LOGDIRTY);
    for (const gfn of [1, 9, 9]) d1.p2m.logDirty.mark(gfn);

    expect(op(PEEK)).toEqual({ dirtyCount: 2, bitmap: new Uint8Array() });
    expect(op(PEEK, { pages: 16, mode: 1 })).toEqual({
      dirtyCount: 2,
      bitmap: Uint8Array.of(0b10, 0b10),
    });
    d1.p2m.logDirty.mark(63);
    expect([...op(PEEK, { pages: 2 ** 40 }).bitmap]).toEqual([0b10, 0b10, 0, 0, 0, 0, 0, 0x80]);
  });

  it('clears what it reads, and protects all of RAM anew', () => {
    const { d1, op } = setup();
    op(ENABLE_LOGDIRTY);
    d1.p2m.logDirty.mark(9);
    d1.p2m.changeTypeOne(9, P2MT.ram_logdirty, P2MT.ram_rw);

    expect(op(CLEAN, { pages: 16 })).toEqual({ dirtyCount: 1, bitmap: Uint8Array.of(0, 0b10) });

    expect(d1.p2m.typeOf(9)).toBe(P2MT.ram_logdirty);
    expect(op(PEEK, { pages: 16 })).toEqual({ dirtyCount: 0, bitmap: Uint8Array.of(0, 0) });
  });

  it('forgets what was dirty when it is switched off', () => {
    const { d1, op } = setup();
    op(ENABLE_LOGDIRTY);
    d1.p2m.logDirty.mark(9);

    op(OFF);

    expect(op(PEEK, { pages: 16 })).toEqual({ dirtyCount: 0, bitmap: Uint8Array.of(0, 0) });
  });

  it('has no pool whose size could be asked for', () => {
    expect(setup().op(GET_ALLOCATION)).toEqual(NOTHING);
  });

  // prettier-ignore
  it.each([
    ['the mode is on already',  ENABLE_LOGDIRTY, 0, 'log-dirty already'],
    ['shadow paging is tested', ENABLE_TEST,     0, 'operation 1'],
    ['a mode is not known',     PEEK,            2, 'mode 2'],
    ['an operation is not',     3,               0, 'operation 3'],
  ])('throws EINVAL where %s', (_, number, mode, says) => {
    const { op } = setup();
    op(ENABLE_LOGDIRTY);

    expect(() => op(number, { mode })).toThrow(errno('EINVAL', says));
  });

  it('throws EBUSY while ioreq_server pages are outstanding', () => {
    const { d1, op } = setup();
    d1.p2m.claim.claim(0, 2);
    d1.p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ioreq_server);

    expect(() => op(ENABLE_LOGDIRTY)).toThrow(errno('EBUSY'));
    expect([d1.p2m.logDirty.enabled, d1.pauseCount]).toEqual([false, 0]);
  });

  it('does not look at them in 4.8', () => {
    const { d1, op } = setup({ profile: '4.8' });
    d1.p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ioreq_server);

    op(ENABLE_LOGDIRTY);

    expect(d1.p2m.logDirty.enabled).toBe(true);
  });

  it('answers EINVAL for a domain that has no vcpu yet', () => {
    const domain = createDomain(new Host(), 5, CREATE_DOMAIN);
    const request = { op: ENABLE_LOGDIRTY, mode: 0, pages: 0 };

    expect(() => runTask(shadowOp(domain, request))).toThrow(errno('EINVAL', 'has no vcpu'));
  });
});
