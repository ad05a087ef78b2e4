import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/abi/errno.js';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { formNamed } from '../../../src/routes/forms/form-named.js';
import { callFieldsOf } from '../../../src/routes/forms/call-fields.js';
import {
  RESTARTED,
  noteCall,
  noteRefusal,
  noteUnknown,
  notingUnknown,
} from '../../../src/routes/journal/note-call.js';

function noted(op: string, request: object, note: 'done' | Error, told?: object) {
  const journal = new Journal(new VirtualClock());
  const form = formNamed(op)!;
  const decoded = form.request.decode(request);
  if (note === 'done') noteCall(journal, form, { domid: 1 }, decoded, 0, told as never);
  else noteRefusal(journal, form, { domid: 1, caller: 3 }, decoded, note);
  const record = journal.at(1)!;
  return { gfns: [record.gfn, record.nr], ...callFieldsOf(record) };
}

describe('the record of a call', () => {
  it('has its numbers, the wide ones whole, and what was answered', () => {
    expect(
      noted('hvmop/set_param', { index: 0, value: '0xfedcba9876543210' }, 'done'),
    ).toMatchObject({
      gfns: [-1, 0],
      op: 'hvmop/set_param',
      caller: 0,
      rc: 0,
      args: { value: '0xfedcba9876543210' },
    });
    expect(noted('hvmop/get_time', {}, 'done', { now: 2n ** 63n })).toMatchObject({
      told: { now: '0x8000000000000000' },
    });
  });

  it('has which pages it was about', () => {
    const run = { first_pfn: '0x10', nr: 4, mem_type: 'ram_ro' };
    expect(noted('dmop/set_mem_type', run, 'done').gfns).toEqual([16, 4]);
    expect(noted('hvmop/get_mem_type', { pfn: '0x10' }, 'done').gfns).toEqual([16, 1]);
  });

  it('is there too of a call of which it is not known what it called', () => {
    const journal = new Journal(new VirtualClock());
    const error = new XenError('ENOSYS', 'there is no such thing');
    expect(notingUnknown(journal, 'dmop', { domid: 1 }, () => 5)).toBe(5);
    expect(() =>
      notingUnknown(journal, 'dmop', { domid: 1 }, () => {
        throw error;
      }),
    ).toThrow(error);
    noteUnknown(journal, 'hvmop', { domid: 2, caller: 1 }, error);
    expect(
      [1, 2, 3].map((seq) => journal.at(seq)).map((record) => record && callFieldsOf(record)),
    ).toEqual([
      { op: 'dmop/unknown', caller: 0, rc: -38, errno: 'ENOSYS' },
      { op: 'hvmop/unknown', caller: 1, rc: -38, errno: 'ENOSYS' },
      undefined,
    ]);
  });

  it('says why it was refused, and of what Xen would not have survived nothing', () => {
    const run = { first_pfn: 0, nr: 0, mem_type: 99 };
    const refused = noted('dmop/set_mem_type', run, new XenError('EINVAL', 'no'));
    expect(refused).toMatchObject({ rc: -22, errno: 'EINVAL', caller: 3, args: { mem_type: 99 } });
    expect(noted('dmop/set_mem_type', run, new Error('panic'))).not.toHaveProperty('rc');
    expect(RESTARTED).toBe(-85);
  });
});
