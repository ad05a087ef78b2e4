import { expect, it } from 'vitest';
import { guestMoves } from '../../../src/cli/replay-qemu/guest-order.js';
import { recordedRequest, recordedWrite } from '../../support/recorded-request.js';

it('puts what was found in the ring while a vcpu waited before what it waits for', () => {
  const request = recordedRequest();
  const write = recordedWrite();
  const low = recordedWrite({ sizelog: 3 });
  const high = recordedWrite({ sizelog: 3, data: '0x1' });
  const unanswered = recordedRequest({ vcpu: 1 });

  const moves = guestMoves([request, write, { ...request, call: 'ioresp' }, low, high, unanswered]);
  expect(moves).toEqual([
    { at: 0, request: write, high: undefined },
    { at: 0, request, high: undefined },
    { at: 4, request: low, high },
    { at: 5, request: unanswered, high: undefined },
  ]);
});
