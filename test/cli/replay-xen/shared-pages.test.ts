import { expect, it } from 'vitest';
import { lookAtAccess, startAccess } from '../../../src/cli/replay-xen/access.js';
import { SHARED_PAGES } from '../../../src/cli/replay-xen/shared-pages.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

it('serves as a device model does that maps the page', async () => {
  const world = await worldOf('l_test', { by: 'pages' });
  await addServerA(world);
  await startAccess(world, guestStep());

  expect(await SHARED_PAGES.take(world, 0)).toEqual({
    ...READ,
    state: 'READY',
    vp_eport_matches: true,
  });
  await SHARED_PAGES.answer(world, 0, 7n);

  expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed', regs: { rax: '0x7' } });
});
