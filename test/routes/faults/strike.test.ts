import { describe, expect, it } from 'vitest';
import type { FaultEffect, FaultSpec } from '../../../src/hypervisor/index.js';
import { DroppedConnection } from '../../../src/routes/faults/dropped-connection.js';
import {
  canBefall,
  faultOf,
  faultOfOurs,
  isOfConnection,
  isOfRequests,
  struck,
} from '../../../src/routes/faults/strike.js';
import { formNamed } from '../../../src/routes/forms/form-named.js';
import { errno, hostWithRam } from '../../support/host.js';
import { journalled } from '../../support/journal.js';

const rule = (effect: FaultEffect, spec: Partial<FaultSpec> = {}): FaultSpec => ({
  op: '*',
  effect,
  probability: 1,
  skip: 0,
  seed: 0,
  ...spec,
});

const setMemType = formNamed('dmop/set_mem_type')!;

describe('faultOf', () => {
  it('passes over what Xen could not do to the call, and leaves a record of what it does', () => {
    const { host } = hostWithRam(1);
    const records = journalled(host);
    host.faults.add(rule({ errno: 'ENODEV' }));
    host.faults.add(rule({ errno: 'EAGAIN' }, { op: 'dmop/*', domid: 1 }));

    expect(faultOf(setMemType, { host, domid: 2 })).toBeUndefined();
    expect(faultOf(setMemType, { host, domid: 1 })?.id).toBe(2);
    expect(records()).toMatchObject([
      { kind: 'fault', domid: 1, op: 0x1_000c, rule: 2, effect: 0, value: 11 },
    ]);
  });
});

describe('faultOfOurs', () => {
  it('asks for the server too, and for what can befall it', () => {
    const { host } = hostWithRam(1);
    host.faults.add(rule({ delayMs: 1 }, { op: 'exchange', ioservid: 3 }));
    const of = (ioservid: number) =>
      faultOfOurs(host, 'exchange', { domid: 1, ioservid }, isOfConnection)?.id;
    expect([of(0), of(3)]).toEqual([undefined, 1]);
  });
});

describe('what can befall', () => {
  // prettier-ignore
  it.each<[FaultEffect, boolean, boolean, boolean]>([
    //                          a hypercall, a connection, requests
    [{ errno: 'EAGAIN' },       true,        false,        false],
    [{ errno: 'ENODEV' },       false,       false,        false],
    [{ afterBatches: 1 },       true,        false,        false],
    [{ drop: 'after' },         true,        true,         true],
    [{ silenceMs: Infinity },       false,       false,        true],
    [{ delayMs: 1 },            true,        true,         true],
  ])('%j', (effect, ...can) => {
    expect([canBefall(setMemType)(effect), isOfConnection(effect), isOfRequests(effect)]).toEqual(can);
  });
});

describe('struck', () => {
  const strike = async (effect: FaultEffect) => {
    const { host } = hostWithRam(1);
    const seen: unknown[] = [];
    try {
      await struck(host.faults.add(rule(effect)), {
        act: (batches) => seen.push(['done', batches]),
        refused: (error) => seen.push(error.errno),
      });
    } catch (error) {
      seen.push(error);
    }
    return seen;
  };

  it('refuses, with nothing done', async () => {
    expect(await strike({ errno: 'EAGAIN' })).toEqual(['EAGAIN', errno('EAGAIN')]);
  });

  it('drops the connection before or after', async () => {
    expect(await strike({ drop: 'before' })).toEqual([expect.any(DroppedConnection)]);
    expect(await strike({ drop: 'after' })).toEqual([
      ['done', undefined],
      expect.any(DroppedConnection),
    ]);
  });

  it('waits, and has the call give way', async () => {
    const before = performance.now();
    expect(await strike({ delayMs: 20 })).toEqual([['done', undefined]]);
    expect(performance.now() - before).toBeGreaterThan(15);
    expect(await strike({ afterBatches: 3 })).toEqual([['done', 3]]);
  });
});
