import { afterAll, expect, it } from 'vitest';
import { converse } from '../../../src/cli/replay-qemu/conversation.js';
import { Guest } from '../../../src/cli/replay-qemu/guest.js';
import { Tally } from '../../../src/cli/replay-qemu/tally.js';
import { sharingMachine } from '../../support/privcmd.js';
import { recordedRequest, recordedWrite } from '../../support/recorded-request.js';

const { domain, world, end } = sharingMachine();
afterAll(end);

it('counts what nobody serves as made otherwise: reads give all ones', async () => {
  const tally = new Tally();
  const request = recordedRequest();
  await converse(
    [request, { ...request, call: 'ioresp', data: '0xff' }, recordedWrite()],
    new Guest(domain, world),
    tally,
  );

  expect([tally.served, tally.otherwise, tally.registers.equal, tally.buffered]).toEqual([
    1, 1, 1, 1,
  ]);
});
