import { describe, expect, it } from 'vitest';
import type { Access } from '../../../src/hypervisor/access/access.js';
import { Tally, lowBytes, nameOf } from '../../../src/cli/replay-qemu/tally.js';
import { callsInWords, recordedCalls, tallyInWords } from '../../../src/cli/replay-qemu/report.js';
import { recordedRequest } from '../../support/recorded-request.js';

describe('Tally', () => {
  const request = recordedRequest();

  it('counts what is equal, and by address what is not', () => {
    const tally = new Tally();
    tally.compareRegister(request, 0x41n, '0xff41');
    tally.compareRegister(request, 0x42n, '0x41');
    tally.compareString(request, '00', '00');
    tally.compareString(request, '00', '01');
    tally.compareRequest(request, { ioreqs: [] } as unknown as Access);

    expect([tally.registers, tally.strings]).toEqual([
      { read: 2, equal: 1 },
      { read: 2, equal: 1 },
    ]);
    expect(tallyInWords(tally)).toContain('differs 1 times: pio read 0x60');
    expect(tallyInWords(tally)).toContain('1 requests were made otherwise than recorded');
    expect([nameOf(request), lowBytes(0x1_23n, 1)]).toEqual(['pio read 0x60', 0x23n]);
  });

  it('is told beside what was recorded', () => {
    const recorded = recordedCalls({
      argv: [],
      records: [
        { call: 'dm_op', seq: 1, op: 'nr_vcpus', dom: 1, num: 1, ret: 0, bufs: [] },
        { call: 'evtchn.notify', seq: 2, fd: 1, ret: 0 },
      ],
    });

    expect(callsInWords(new Map([['dm_op nr_vcpus', 2]]), recorded)).toEqual([
      'dm_op nr_vcpus: 2, recorded 1',
      'evtchn: 0, recorded 1',
    ]);
  });
});
