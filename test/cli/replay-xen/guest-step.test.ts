import { describe, expect, it } from 'vitest';
import { playGuestStep } from '../../../src/cli/replay-xen/guest-step.js';
import { HYPERCALLS } from '../../../src/cli/replay-xen/hypercalls.js';
import { readSlot } from '../../../src/cli/replay-xen/slot.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

const HELD = { ...READ, answered: false };

async function setup(options = {}) {
  const world = await worldOf();
  await addServerA(world, options);
  return world;
}

describe('playGuestStep', () => {
  it('shows all that a recording has', async () => {
    const world = await setup();
    const mem = [{ gpa: '0x20000', before: '0102', after: '0102' }];

    expect(await playGuestStep(world, guestStep({ mem, type_after: 'mmio_dm' }))).toMatchObject({
      completed: true,
      exception: null,
      regs_out: { rax: '0xa3a2a1a0', rflags: '0x0', xmm0: 'c0c1c2c3c4c5c6c7c8c9cacbcccdcecf' },
      ioreqs: [{ ...READ, answer: '0xa3a2a1a0' }],
      ioreqs_total: 1,
      bufioreqs: [],
      mem: [{ gpa: '0x20000', after: '0102' }],
      type_after: 'mmio_dm',
    });
  });

  it('shows an exception, and where it was', async () => {
    const step = guestStep({ bytes: '900f0b' });

    expect(await playGuestStep(await setup(), step)).toMatchObject({
      completed: true,
      exception: { vector: 6, error: '0x0', rip_off: 1, cr2: '0x0' },
    });
  });

  it('shows memory that is none', async () => {
    const mem = [{ gpa: '0x800000', before: '00', after: '00' }];

    expect(await playGuestStep(await setup(), guestStep({ mem }))).toMatchObject({
      mem: [{ after: 'no RAM' }],
    });
  });

  it('stops a guest that waits, and lets it go on', async () => {
    const world = await setup();
    expect(await playGuestStep(world, guestStep({ ioreqs: [HELD] }))).toMatchObject({
      completed: false,
      vcpu: { rip_off: 0, rdi: '0xe0000010' },
      ioreqs: [HELD],
    });
    expect(world.isPaused).toBe(true);

    await world.demand('POST', '/ioreq-servers/0/exchange', {
      completions: [{ vcpu: 0, data: 9 }],
    });
    const { completed, regs_out } = await playGuestStep(
      world,
      guestStep({ op: 'guest_continue', ioreqs: [] }),
    );

    expect({ completed, regs_out }).toMatchObject({ completed: true, regs_out: { rax: '0x9' } });
  });

  it('fills the page around watched bytes', async () => {
    const world = await setup();
    const mem = [{ gpa: '0x500010', before: '737a8188', after: '737a8188' }];

    await playGuestStep(world, guestStep({ mem }));

    expect([...(await world.readRam(0x50_0000, 2))!]).toEqual([3, 10]);
  });

  it.each([
    'slot state was RESP_READY before the access',
    'vp_eport of the slot was another one before the access',
  ])('finds the slot as the label says: %s', async (label) => {
    const world = await setup();

    expect(await playGuestStep(world, guestStep({ label, ioreqs: [] }))).toMatchObject({
      exception: { vector: 13 },
      ioreqs: [],
    });
  });

  it('empties the buffered rings, by the page while a request is held back', async () => {
    const world = await worldOf();
    await addServerA(world);
    await HYPERCALLS.create_ioreq_server(world, { handle_bufioreq: 1 });
    const frame = { type: 'ioreq_server', id: 1, frame: 0, nr: 1 };
    await world.demand('POST', '/memory/acquire_resource', frame);

    expect(await playGuestStep(world, guestStep())).toMatchObject({ bufioreqs: [] });
    expect(await playGuestStep(world, guestStep({ ioreqs: [HELD] }))).toMatchObject({
      bufioreqs: [],
    });
    expect((await readSlot(world, 0)).state).toBe(1);
  });

  it('tells a guest that took its domain along', async () => {
    const world = await worldOf();
    const create = { handle_bufioreq: 0 };
    await world.demand('POST', '/dmop/create_ioreq_server', create);
    const claim = { id: 0, type: 'ioreq_server', flags: ['write'] };
    await world.demand('POST', '/dmop/map_mem_type', claim);
    const type = { mem_type: 'ioreq_server', first_pfn: '0x400', nr: 1 };
    await world.demand('POST', '/dmop/set_mem_type', type);

    const step = guestStep({ bytes: '8907', regs_in: { rdi: '0x400000' }, ioreqs: [] });

    expect(await playGuestStep(world, step)).toMatchObject({ completed: 'host_panic' });
  });
});
