import { describe, expect, it } from 'vitest';
import {
  holdVcpu,
  lookAtAccess,
  releaseVcpu,
  runStub,
  startAccess,
} from '../../../src/cli/replay-xen/access.js';
import { addServerA, guestStep, worldOf } from '../../support/replay.js';

describe('startAccess', () => {
  it('executes the snippet from the registers that every snippet finds', async () => {
    const world = await worldOf();
    await startAccess(world, guestStep({ bytes: '0f1107', regs_in: { rdi: '0x20000' } }));

    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed', ioreqs: [] });
    expect([...(await world.readRam(0x2_0000, 2))!]).toEqual([0xc0, 0xc1]);
  });

  it('goes through the page tables of a paged scenario', async () => {
    const world = await worldOf('g_paged_scattered');

    await startAccess(world, guestStep({ bytes: '8a07', regs_in: { rdi: '0xc0001000' } }));

    expect(await lookAtAccess(world)).toMatchObject({ regs: { rax: '0x4' } });
  });
});

it('stops a vcpu where it stands, and lets it go on', async () => {
  const world = await worldOf();
  await addServerA(world);
  await startAccess(world, guestStep());
  const pauses = async () => (await world.demand('GET', '')).answer.pause_count;

  await holdVcpu(world);
  expect(await pauses()).toBe(1);
  await releaseVcpu(world);
  await releaseVcpu(world);

  expect(await pauses()).toBe(0);
});

it('has the stub write its pages', async () => {
  const world = await worldOf();
  await world.demand('POST', '/domctl/shadow_op', { op: 'enable_logdirty' });

  await runStub(world);

  const { answer } = await world.demand('POST', '/domctl/shadow_op', { op: 'peek', pages: 32 });
  expect(answer).toMatchObject({ dirty_count: 5, dirty_bitmap: '0000ca01' });
});
