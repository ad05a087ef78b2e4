/** What every device model of a domain is told: pages have left, the clock was set. And what a guest's writes leave behind for one that migrates it. */

import { expect, it } from 'vitest';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { inShort } from '../support/device-model/device-model.js';
import { story, type Story } from '../support/story.js';

const RTC_INDEX = 0x70;
const RTC_DATA = 0x71;
const FRAME_BUFFER_GFN = 0x200;

const out = ({ guest }: Story, port: number, data: number) =>
  guest({ kind: 'out', port, size: 1, data });

it('lets no vcpu go on before every device model has forgotten the page that left', async () => {
  const world = await story();
  const { domain, addServer, guestBegins, accessOf, vcpu, exchange, post } = world;
  const [a, b] = [await addServer(), await addServer()];
  await post(`${domain}/memory/decrease_reservation`, { extents: ['0x300'] });

  await guestBegins({ kind: 'read', gpa: 0x1000, size: 4 });
  for (const id of [a, b]) {
    expect(await vcpu(0)).toMatchObject({ waits_for: { ioservid: id } });
    const { ioreqs } = await exchange(id);
    expect(ioreqs).toMatchObject([
      { type: 'invalidate', dir: 'write', data: '0xffffffffffffffff' },
    ]);
    await exchange(id, { completions: [{ vcpu: 0, seq: ioreqs[0].seq }] });
  }

  expect(await accessOf(1)).toMatchObject({ outcome: 'completed', data: '0x0' });
});

it('tells of a clock that the guest sets, and waits for nobody', async () => {
  const world = await story();
  const { addServer } = world;
  const id = await addServer([], { handle_bufioreq: 2 });
  const model = await serveByExchange(world, id, () => undefined);

  await out(world, RTC_INDEX, 0x09);
  const year = (await world.guest({ kind: 'in', port: RTC_DATA, size: 1 }))['data'];
  await out(world, RTC_DATA, Number(year) + 1);
  await expect.poll(() => model.buffered.length).toBe(1);
  await model.stop();

  const [{ type, data }] = model.buffered as [(typeof model.buffered)[0]];
  expect(type).toBe('timeoffset');
  expect([365n, 366n]).toContain(data / 86_400n);
  expect(model.seen.map(inShort)).toEqual([]);
});

it('shows which pages of a frame buffer were drawn to since it was last asked', async () => {
  const { dmop, guest } = await story();
  const drawnTo = async () =>
    (await dmop('track_dirty_vram', { first_pfn: FRAME_BUFFER_GFN, nr: 8 }))['dirty_bitmap'];
  const draw = (page: number) =>
    guest({ kind: 'write', gpa: (FRAME_BUFFER_GFN + page) << 12, size: 4, data: 0xff });

  expect(await drawnTo()).toBe('ff');
  for (const page of [2, 5, 2]) await draw(page);
  expect(await drawnTo()).toBe('24');
  expect(await drawnTo()).toBe('00');
});

it('shows the pages that a guest wrote to, but not those that its device model has to tell of', async () => {
  const { domain, addServer, dmop, guest, post, exchange, guestBegins } = await story();
  const id = await addServer();
  const dirty = async () => {
    const { dirty_bitmap } = await post(`${domain}/domctl/shadow_op`, {
      op: 'clean',
      pages: 0x110,
    });
    const bits = Buffer.from(dirty_bitmap, 'hex');
    return Array.from({ length: 0x110 }, (_, gfn) => gfn).filter(
      (gfn) => (bits[gfn >> 3]! >> (gfn & 7)) & 1,
    );
  };
  await post(`${domain}/domctl/shadow_op`, { op: 'enable_logdirty' });
  await dmop('map_mem_type', { id, type: 'ioreq_server', flags: ['write'] });
  await dmop('set_mem_type', { mem_type: 'ram_rw', first_pfn: 0x100, nr: 1 });
  await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: 0x100, nr: 1 });
  await dirty();

  await guest({ kind: 'write', gpa: 0x10_1000, size: 4, data: 1 });
  await guestBegins({ kind: 'write', gpa: 0x10_0000, size: 4, data: 1 });
  await exchange(id, { completions: [{ vcpu: 0 }] });
  expect(await dirty()).toEqual([0x101]);

  await dmop('modified_memory', { extents: [{ first_pfn: 0x100, nr: 1 }] });
  expect(await dirty()).toEqual([0x100]);
});
