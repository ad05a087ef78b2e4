import { expect, it } from 'vitest';
import { Refused } from '../../../src/cli/replay-xen/refused.js';
import { worldOf } from '../../support/replay.js';

it('says which call failed, and how', async () => {
  const call = (await worldOf()).demand('GET', '/ioreq-servers/5');

  await expect(call).rejects.toThrow(Refused);
  await expect(call).rejects.toThrow('GET /ioreq-servers/5: 404');
});
