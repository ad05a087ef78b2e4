import { describe, expect, it } from 'vitest';
import { accessFor, bufferedAccess } from '../../../src/cli/replay-qemu/guest-access.js';
import { recordedRequest, recordedWrite } from '../../support/recorded-request.js';

describe('what a guest does for a request', () => {
  it.each([
    [{}, { kind: 'in', port: 0x60, size: 1 }],
    [
      { dir: 'write', data: '0x5' },
      { kind: 'out', data: 5n },
    ],
    [
      { data_is_ptr: 1, count: 9, size: 2, data: '0x8000' },
      { kind: 'rep_ins', count: 9, gpa: 0x8000 },
    ],
    [
      { type: 'pci_config', addr: '0x1800000006', size: 2 },
      { kind: 'in', port: 0xcfe, size: 2 },
    ],
    [
      { type: 'copy', addr: '0xa0000' },
      { kind: 'read', gpa: 0xa0000 },
    ],
    [
      { type: 'copy', addr: '0xa0000', dir: 'write', count: 8, df: 1, data: '0x7' },
      { kind: 'rep_stos', gpa: 0xa0000, count: 8, df: true, data: 7n },
    ],
    [
      { type: 'copy', addr: '0xa0000', data_is_ptr: 1, count: 4, data: '0x9000' },
      { kind: 'rep_movs', gpa: 0x9000, source: 0xa0000, count: 4 },
    ],
    [
      { type: 'copy', addr: '0xa0000', dir: 'write', data_is_ptr: 1, data: '0x9000' },
      { kind: 'rep_movs', gpa: 0xa0000, source: 0x9000 },
    ],
  ] as const)('%o is %o', (request, access) => {
    expect(accessFor(recordedRequest(request))).toMatchObject(access);
  });

  it('is nothing where Xen tells of its own accord', () => {
    expect(accessFor(recordedRequest({ type: 'invalidate' }))).toBeUndefined();
    expect(accessFor(recordedRequest({ type: 'timeoffset' }))).toBeUndefined();
  });

  it('is one write for the two entries of a quadword', () => {
    const high = recordedWrite({ data: '0x1' });

    expect(bufferedAccess(recordedWrite({ sizelog: 3 }), 1, high)).toMatchObject({
      vcpu: 1,
      kind: 'write',
      size: 8,
      data: 0x1_0000_0041n,
    });
  });
});
