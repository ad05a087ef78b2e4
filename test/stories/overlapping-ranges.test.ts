/** Two device models, A and B, that both answer for some of the guest's memory: who gets which access? */

import { expect, it } from 'vitest';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { inShort, type DeviceModel } from '../support/device-model/device-model.js';
import { story } from '../support/story.js';

const CLAIMED_GFN = 0x200;
const CLAIMED = 0x20_0000;

/**
 *     0xf0000000       0xf0000800       0xf0001000       0xf0001800
 *         |------- A: answers 0xa -------|
 *                          |------- B: answers 0xb -------|
 */
async function setup() {
  const world = await story();
  const { addServer, dmop, guest } = world;
  const serve = async (id: number, answer: bigint) =>
    serveByExchange(world, id, () => Promise.resolve(answer));
  const [a, b] = [
    await addServer([['memory', 0xf000_0000, 0xf000_0fff]]),
    await addServer([
      ['memory', 0xf000_0800, 0xf000_17ff],
      ['memory', CLAIMED, CLAIMED + 0xfff],
    ]),
  ];
  return {
    ...world,
    a,
    b,
    ofA: await serve(a, 0xan),
    ofB: await serve(b, 0xbn),
    load: async (gpa: number) => (await guest({ kind: 'read', gpa, size: 4 }))['data'],
    enable: (id: number, enabled: number) => dmop('set_ioreq_server_state', { id, enabled }),
  };
}

const gone = (...models: DeviceModel[]) => Promise.all(models.map((model) => model.stop()));

it('is the one with the highest id of those that hold the whole access', async () => {
  const { load, ofA, ofB } = await setup();

  expect(await load(0xf000_0000)).toBe('0xa');
  expect(await load(0xf000_0800)).toBe('0xb');
  expect(await load(0xf000_1000)).toBe('0xb');

  // Over the lower end of B's range A alone holds it whole; over the upper end of B's nobody does.
  expect(await load(0xf000_07fe)).toBe('0xa');
  expect(await load(0xf000_17fe)).toBe('0xffffffff');
  await gone(ofA, ofB);
});

it('passes over one that is disabled', async () => {
  const { load, enable, b, ofA, ofB } = await setup();

  await enable(b, 0);
  expect(await load(0xf000_0800)).toBe('0xa');
  expect(await load(0xf000_1000)).toBe('0xffffffff');

  await enable(b, 1);
  expect(await load(0xf000_0800)).toBe('0xb');
  await gone(ofA, ofB);
});

it('goes by the id and not by the age: a new server in a low slot loses', async () => {
  const world = await setup();
  const { load, addServer, dmop, a, ofA, ofB } = world;
  await ofA.stop();
  await dmop('destroy_ioreq_server', { id: a });

  const c = await addServer([['memory', 0xf000_0000, 0xf000_ffff]]);
  const ofC = await serveByExchange(world, c, () => 0xcn);

  expect(c).toBe(a);
  expect(await load(0xf000_0000)).toBe('0xc');
  expect(await load(0xf000_0800)).toBe('0xb');
  expect(await load(0xf000_1800)).toBe('0xc');
  await gone(ofB, ofC);
});

it('is the owner of the page, whoever has a range there', async () => {
  const { load, guest, dmop, a, ofA, ofB } = await setup();
  await dmop('map_mem_type', { id: a, type: 'ioreq_server', flags: ['write'] });
  await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: CLAIMED_GFN, nr: 1 });

  await guest({ kind: 'write', gpa: CLAIMED + 8, size: 4, data: 0x2a });
  expect(await load(CLAIMED + 8)).toBe('0x0');
  expect(ofA.seen.map(inShort)).toEqual(['write 4 at 0x200008: 0x2a']);
  expect(ofB.seen).toEqual([]);

  // And a range over RAM is nothing at all.
  await dmop('set_mem_type', { mem_type: 'ram_rw', first_pfn: CLAIMED_GFN, nr: 1 });
  await guest({ kind: 'write', gpa: CLAIMED + 8, size: 4, data: 0x2b });
  expect(await load(CLAIMED + 8)).toBe('0x2b');
  expect(ofB.seen).toEqual([]);
  await gone(ofA, ofB);
});

it('is still the owner when it is disabled, while its ranges count no more', async () => {
  const { load, guest, dmop, enable, a, ofA, ofB } = await setup();
  await dmop('map_mem_type', { id: a, type: 'ioreq_server', flags: ['write'] });
  await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: CLAIMED_GFN, nr: 1 });
  await enable(a, 0);

  expect(await load(0xf000_0000)).toBe('0xffffffff');
  const write = { kind: 'write', gpa: CLAIMED, size: 4, data: 1 };
  expect(await guest(write)).toMatchObject({ outcome: 'completed' });

  expect(ofA.seen.map(inShort)).toEqual(['write 4 at 0x200000: 0x1']);
  expect(ofB.seen).toEqual([]);
  await gone(ofA, ofB);
});
