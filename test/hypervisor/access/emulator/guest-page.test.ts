import { describe, expect, it } from 'vitest';
import { INVALID_MFN } from '../../../../src/hypervisor/abi/frames.js';
import { P2MT, type P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import { guestPage } from '../../../../src/hypervisor/access/emulator/guest-page.js';
import { guestWithRam, HOLE } from '../../../support/guest.js';

const RETRY = { failure: 'retry', why: 0 };
const UNHANDLEABLE = { failure: 'unhandleable' };

describe('guestPage', () => {
  // prettier-ignore
  it.each<[P2mTypeName, object | undefined]>([
    ['ram_rw',         { gfn: 3, type: 0 }],
    ['ram_ro',         { gfn: 3, type: 3 }],
    ['ram_logdirty',   { gfn: 3 }],
    ['ioreq_server',   { gfn: 3, type: 15 }],
    ['map_foreign',    { gfn: 3 }],
    ['ram_paged',      RETRY],
    ['ram_paging_out', RETRY],
    ['ram_shared',     RETRY],
    ['grant_map_rw',   UNHANDLEABLE],
    ['grant_map_ro',   UNHANDLEABLE],
    ['mmio_direct',    undefined],
    ['ram_broken',     undefined],
  ])('of a %s page', (type, expected) => {
    const { d1, retype } = guestWithRam();
    retype(3, type);
    const page = guestPage(d1, 0x3008);

    if (expected === undefined) expect(page).toBeUndefined();
    else expect(page).toMatchObject(expected);
  });

  it('finds nothing in a hole and none at a device of Xen, whatever the p2m has there', () => {
    const { d1 } = guestWithRam({ memory: [{ firstGfn: 0, nr: 0xc0 }] });

    expect([guestPage(d1, HOLE), guestPage(d1, 0xfee0_0000)]).toEqual([undefined, undefined]);
    expect(guestPage(d1, 0x9_f000)).toMatchObject({ gfn: 0x9f });
    expect(guestPage(d1, 0xa_0fff)).toBeUndefined();
  });

  it('finds no RAM that has no frame', () => {
    const { d1 } = guestWithRam();
    d1.p2m.setPage(3, INVALID_MFN, P2MT.ram_paged, 7);

    expect(guestPage(d1, 0x3000)).toBeUndefined();
  });

  it('takes no ioreq_server page for RAM up to 4.8', () => {
    const { d1, retype } = guestWithRam({ profile: '4.8' });
    retype(3, 'ioreq_server');

    expect(guestPage(d1, 0x3000)).toBeUndefined();
  });
});
