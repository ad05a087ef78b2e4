import { describe, expect, it } from 'vitest';
import { guestCallOf } from '../../../src/cli/replay-xen/guest-arguments.js';
import { worldOf } from '../../support/replay.js';

const world = await worldOf('sf_x');
const call = (op: string, args: object = {}, errno: string | null = null) =>
  guestCallOf(world, { scenario: 'sf_x', step: 1, op, args: args as never, errno });

describe('guestCallOf', () => {
  // prettier-ignore
  it.each([
    ['HVMOP_get_param',             { index: 1, domid: 0x7ff0 }, 34, 1],
    ['EVTCHNOP_send',               { port: 1 },                 32, 4],
    ['EVTCHNOP_alloc_unbound',      { dom: 'DOMID_SELF' },       32, 6],
    ['SCHEDOP_shutdown',            { reason: 2 },               29, 2],
    ['XENMEM_populate_physmap',     { gfn: '0x870' },            12, 6],
    ['XENMEM_maximum_gpfn',         { domain: 'A' },             12, 14],
    ['memory_op',                   { cmd: 9 },                  12, 9],
    ['event_channel_op',            { cmd: 40 },                 32, 40],
  ])('%s %j is hypercall %i, operation %i', (op, args, hypercall, number) => {
    expect(call(op, args)).toMatchObject({ hypercall, op: number });
  });

  it('takes a number of a boot for itself, unless nobody is found', () => {
    const domids = [
      call('HVMOP_get_param', { domid: 106 }),
      call('HVMOP_get_param', { domid: 183 }, 'ESRCH'),
    ];

    expect(domids.map((made) => made?.argument[0])).toEqual([1, 0]);
    expect(domids[1]?.argument[1]).toBe(0x70);
  });

  it('knows no other calls', () => {
    expect(call('balloon')).toBeUndefined();
  });
});
