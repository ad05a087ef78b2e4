/**
 * What patches 1 and 4 of the series changed between v5 and v6, as its cover letter lists it: each
 * change that can be seen from outside, on a domain of the profile `v6`.
 *
 * Not to be seen: the tidier logic of hvmemul_do_io() and of the EPT flags, the recursion of the
 * ioreq server lock, the definition and the debug print that went away.
 */

import { beforeEach, describe, expect, it } from 'vitest';
import {
  createIoreqServer,
  gfn,
  HVMMEM,
  Host,
  mapMemType,
  P2MT,
  pointOf,
  runTask,
  setMemType,
  type Domain,
  type Task,
} from '../../src/hypervisor/index.js';

const DOM0 = 0;
const WRITE = 0b10;

let d1: Domain;
let id: number;

beforeEach(() => {
  const host = new Host();
  d1 = host.createDomain({ memoryMib: 64, profile: 'v6', paused: false });
  id = runTask(createIoreqServer(d1, host.caller(DOM0), 0)).id;
});

const call = (flags: number) =>
  mapMemType(d1, DOM0, { id, type: HVMMEM.ioreq_server, flags, opaque: 0 });

const setType = (memType: number, firstGfn: number, nr = 1) =>
  runTask(setMemType(d1, { firstGfn: gfn(firstGfn), nr, memType }));

/** The points of a task in order, each with whether the domain is paused there. */
function pointsOf(task: Task<unknown>): string[] {
  const points: string[] = [];
  let step = task.next(false);
  while (step.done !== true) {
    points.push(`${pointOf(step.value)}${d1.pauseCount > 0 ? ', paused' : ''}`);
    step = task.next(false);
  }
  return points;
}

describe('v6 1/4', () => {
  it('added domain_pause and domain_unpause around the change of the owner', () => {
    expect(pointsOf(call(WRITE))).toEqual([
      'domain_pause',
      'ioreq_server_lock, paused',
      'p2m_ioreq_lock, paused',
    ]);
    expect(d1.pauseCount).toBe(0);
  });

  it('leaves the domain unpaused when the call is refused', () => {
    runTask(call(WRITE));

    expect(() => runTask(call(WRITE))).toThrow(/owns the type already/);
    expect(d1.pauseCount).toBe(0);
  });

  it('states that pages change to ioreq_server from ram_rw alone', () => {
    runTask(call(WRITE));
    setType(HVMMEM.ram_ro, 0x100);

    expect(() => setType(HVMMEM.ioreq_server, 0x100)).toThrow(/from ram_ro to ioreq_server/);
  });

  it('states that pages change from ioreq_server to ram_rw alone', () => {
    runTask(call(WRITE));
    setType(HVMMEM.ioreq_server, 0x100);

    expect(() => setType(HVMMEM.mmio_dm, 0x100)).toThrow(/from ioreq_server to mmio_dm/);
    setType(HVMMEM.ram_rw, 0x100);
    expect(d1.p2m.typeOf(0x100)).toBe(P2MT.ram_rw);
  });
});

describe('v6 4/4', () => {
  it('marks the outstanding entries while the domain is paused, and sweeps when it runs again', () => {
    runTask(call(WRITE));
    setType(HVMMEM.ioreq_server, 0x100, 0x100);

    expect(pointsOf(call(0))).toEqual([
      'domain_pause',
      'ioreq_server_lock, paused',
      'p2m_ioreq_lock, paused',
      'p2m_lock, paused',
      'p2m_lock',
      'preempt_check',
    ]);
  });

  it('resets every outstanding entry before the call returns', () => {
    runTask(call(WRITE));
    setType(HVMMEM.ioreq_server, 0x100, 1000);

    runTask(call(0));

    expect(d1.p2m.entryCount).toBe(0);
    expect(d1.p2m.typeOf(0x100)).toBe(P2MT.ram_rw);
  });
});
