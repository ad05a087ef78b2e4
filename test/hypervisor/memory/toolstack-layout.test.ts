import { describe, expect, it } from 'vitest';
import { maxPagesFor, toolstackLayout } from '../../../src/hypervisor/memory/toolstack-layout.js';

const SPECIAL = { firstGfn: 0xf_eff0, nr: 16, order: 0 };

describe('toolstackLayout', () => {
  it('lays 64 MiB around the VGA window, and the special pages', () => {
    const { extents, params } = toolstackLayout({});

    expect(extents).toEqual([
      { firstGfn: 0, nr: 0xa0 },
      { firstGfn: 0xc0, nr: 0x4000 - 0xc0 },
      SPECIAL,
    ]);
    expect(params).toMatchObject({
      IOREQ_SERVER_PFN: 0xf_eff0n,
      NR_IOREQ_SERVER_PAGES: 8n,
      IOREQ_PFN: 0xf_effdn,
      BUFIOREQ_PFN: 0xf_effbn,
    });
  });

  it('does neither without special pages', () => {
    expect(toolstackLayout({ specialPages: false, memoryMib: 4 })).toEqual({
      extents: [{ firstGfn: 0, nr: 1024 }],
      params: {},
    });
  });

  it('goes on at 4 GiB with what would reach beyond 3.75 GiB', () => {
    expect(toolstackLayout({ specialPages: false, memoryMib: 3840 }).extents).toEqual([
      { firstGfn: 0, nr: 0xf_0000 },
    ]);
    expect(toolstackLayout({ specialPages: false, memoryMib: 4096 }).extents).toEqual([
      { firstGfn: 0, nr: 0xf_0000 },
      { firstGfn: 0x10_0000, nr: 0x1_0000 },
    ]);
  });

  it('takes the extents and the parameters that it is given', () => {
    const memory = [{ firstGfn: 0x10, nr: 4 }];

    expect(toolstackLayout({ memory, params: { TIMER_MODE: 1n } })).toMatchObject({
      extents: [...memory, SPECIAL],
      params: { TIMER_MODE: 1n, IOREQ_PFN: 0xf_effdn },
    });
  });

  it('has no more than the first 640 KiB of a small domain below the VGA window', () => {
    expect(
      toolstackLayout({ specialPages: true, memory: undefined, memoryMib: 0 }).extents,
    ).toEqual([SPECIAL]);
  });
});

describe('maxPagesFor', () => {
  it('leaves room for video RAM, to a domain that has RAM', () => {
    expect([maxPagesFor(0), maxPagesFor(1024)]).toEqual([0, 1024 + 17 * 256]);
  });
});
