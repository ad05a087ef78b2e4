import { expect, it } from 'vitest';
import { removeDomains } from '../../../src/cli/replay-xen/remove-domains.js';
import { replayService, worldOf } from '../../support/replay.js';

it('removes domains, though somebody has mapped them', async () => {
  const { pages } = await worldOf('sf_x');
  await pages.mapGfns('ram', '0x400', 2);
  const service = await replayService();
  await removeDomains(service);

  expect((await service.send('GET', '/domains')).answer).toEqual({ domains: [] });
});
