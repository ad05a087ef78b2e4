import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/cli/replay-xen/access.js';
import { serve } from '../../../src/cli/replay-xen/serve.js';
import type { TransportName } from '../../../src/cli/replay-xen/transports.js';
import type { GuestStep } from '../../../src/cli/replay-xen/recording.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

async function served(fields: Partial<GuestStep>, by: TransportName = 'exchange') {
  const world = await worldOf('l_test', { by });
  await addServerA(world);
  const step = guestStep(fields);
  await startAccess(world, step);
  return { world, ...(await serve(world, step)) };
}

describe.each(['exchange', 'stream', 'pages'] as const)('serve by %s', (by) => {
  it('answers until nothing more comes', async () => {
    const { access, ioreqs } = await served({ bytes: '0107' }, by); // add [rdi],eax

    expect(access.outcome).toBe('completed');
    expect(ioreqs).toMatchObject([
      { ...READ, answer: '0xa3a2a1a0' },
      { dir: 'write', data: '0xf9091928' },
    ]);
  });

  it('holds back what the recorded device model held back', async () => {
    const held = { ...READ, answered: false };
    const { world, access, ioreqs } = await served({ ioreqs: [held] }, by);

    expect(access.outcome).toBe('pending');
    expect(ioreqs).toMatchObject([{ ...held, state: 'READY' }]);
    expect(world.held).toMatchObject(READ);
  });

  it('leaves one that follows untouched, too', async () => {
    const ioreqs = [READ, { ...READ, dir: 'write', answered: false } as const];

    const { ioreqs: seen } = await served({ bytes: '0107', ioreqs }, by);

    expect(seen.map(({ state, answered }) => [state, answered])).toEqual([
      ['READY', undefined],
      ['READY', false],
    ]);
  });
});

it('gives up on a guest that never comes to an end', async () => {
  const world = await worldOf();
  await addServerA(world);
  // add [rdi],eax over a border with memory that nobody serves on its other side: Xen 4.17 begins anew for ever
  const regs_in = { rax: '0x1', rdi: '0xe0000ffe', rflags: '0x2' };
  const step = guestStep({ bytes: '0107', regs_in, ioreqs: [], ioreqs_truncated: true });
  await startAccess(world, step);

  const { access, ioreqs } = await serve(world, step);

  expect(access.outcome).toBe('pending');
  expect(ioreqs).toHaveLength(48);
});
