import { describe, expect, it } from 'vitest';
import { startAccess, lookAtAccess } from '../../../src/cli/replay-xen/access.js';
import { notify, putAnswer, putState, readSlot } from '../../../src/cli/replay-xen/slot.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

const READY = 1;
const INPROCESS = 2;
const RESP_READY = 3;

async function waiting() {
  const world = await worldOf();
  await addServerA(world);
  await startAccess(world, guestStep());
  return world;
}

describe('readSlot', () => {
  it('shows the request as it lies there', async () => {
    const world = await waiting();
    const { srv: _srv, id: _id, ...request } = READ;

    expect(await readSlot(world, 0)).toEqual({
      state: READY,
      vpEport: await world.portOf(0),
      request: { ...request, state: 'READY' },
    });
  });
});

describe('putAnswer', () => {
  it('says in which state the slot was, and tells nobody', async () => {
    const world = await waiting();

    expect(await putAnswer(world, 0, 0x1234n)).toBe(READY);

    expect(await readSlot(world, 0)).toMatchObject({
      state: RESP_READY,
      request: { data: '0x1234' },
    });
    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'pending' });

    await notify(world, 0);
    expect(await lookAtAccess(world)).toMatchObject({ regs: { rax: '0x1234' } });
  });

  it('leaves the data of a write alone', async () => {
    const world = await worldOf();
    await addServerA(world);
    await startAccess(world, guestStep({ bytes: '8907' }));

    await putAnswer(world, 0, undefined);

    expect(await readSlot(world, 0)).toMatchObject({ request: { data: '0x55667788' } });
  });
});

describe('putState', () => {
  it('changes the state and nothing else', async () => {
    const world = await waiting();
    const before = await readSlot(world, 0);

    await putState(world, 0, INPROCESS);

    expect(await readSlot(world, 0)).toMatchObject({
      state: INPROCESS,
      request: { ...before.request, state: 'INPROCESS' },
    });
  });
});
