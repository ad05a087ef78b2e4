import { describe, expect, it } from 'vitest';
import { Access } from '../../../src/hypervisor/access/access.js';
import { RETRY, type Failure } from '../../../src/hypervisor/access/emulator/emulation.js';
import { resolve, resolvePort } from '../../../src/hypervisor/access/resolution.js';
import { guestWithRam, preparedAccess, stepsOf } from '../../support/guest.js';

const RESUME = { kind: 'resume', futile: false };
const exception = { vector: 14, error: 2 };
const retry = (why: number): Failure => ({ failure: 'retry', why });

describe('resolve', () => {
  // prettier-ignore
  it.each<[Failure | undefined, object]>([
    [undefined,                              RESUME],
    [retry(RETRY.p2mChanged),                RESUME],
    [retry(RETRY.nullOwner),                 { kind: 'resume', futile: true }],
    [{ failure: 'exception', exception },    { kind: 'inject', exception }],
    [{ failure: 'host_panic' },              { kind: 'host_panic' }],
    [{ failure: 'unhandleable' },            { kind: 'inject', exception: { vector: 13, error: 0 } }],
  ])('%o', (failure, resolution) => {
    expect(resolve(preparedAccess(guestWithRam()), failure, true)).toEqual(resolution);
  });

  it('tries once more what failed after an answer', () => {
    const access = preparedAccess(guestWithRam());

    expect(resolve(access, { failure: 'unhandleable' }, false)).toEqual(RESUME);
    expect(access.trace).toEqual([{ step: 'retry', why: 'the emulation gave up after an answer' }]);
  });

  it('does the same where nobody records', () => {
    const { d1 } = guestWithRam();
    const access = new Access(d1, d1.vcpu(0), { vcpu: 0, kind: 'read' }, undefined);

    expect(resolve(access, { failure: 'unhandleable' }, false)).toEqual(RESUME);
  });

  it('records why, unless it is for an answer', () => {
    const access = preparedAccess(guestWithRam());
    resolve(access, retry(RETRY.moreToDo), true);
    expect(access.trace).toEqual([{ step: 'retry', why: 'the instruction has more to do' }]);

    access.vcpu.blockedInXen = { ioservid: 0, port: 1 };
    resolve(access, retry(RETRY.awaitingAnswer), true);
    expect(stepsOf(access)).toEqual(['retry']);
  });
});

describe('resolvePort', () => {
  it('crashes the domain of a port access that cannot be done', () => {
    const world = guestWithRam();

    expect(resolvePort(preparedAccess(world), { failure: 'unhandleable' })).toEqual(RESUME);
    expect(world.events).toContainEqual(
      expect.objectContaining({ type: 'crash', why: 'unexpected status of a port access' }),
    );
  });

  it('does otherwise as for memory', () => {
    expect(resolvePort(preparedAccess(guestWithRam()), undefined)).toEqual(RESUME);
  });
});
