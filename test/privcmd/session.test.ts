import { afterAll, describe, expect, it } from 'vitest';
import { OPERATION } from '../../src/privcmd/protocol.js';
import { servedWorldOf } from '../../src/privcmd/served-world.js';
import { Session } from '../../src/privcmd/session.js';
import { sharingMachine, words } from '../support/privcmd.js';

describe('a session', () => {
  const { world, domain, end } = sharingMachine();
  afterAll(end);
  const served = servedWorldOf(world);
  const session = new Session(served, 0);
  const ask = (operation: keyof typeof OPERATION, body: string, domid = domain.domid) =>
    session.answer({ operation: OPERATION[operation], domid, body: Buffer.from(body, 'hex') });

  it('makes a dm_op, and answers its buffers as they were left', async () => {
    const create = words([4, 1], [4, 32]) + words([4, 1], [4, 0], [1, 2]).padEnd(64, '0');
    const { result, body } = await ask('dm_op', create);

    expect([result, body?.toString('hex')]).toEqual([0, create]);
    expect(domain.ioreqServers.inOrder.map(({ id }) => id)).toEqual([0]);
    expect((await ask('dm_op', create, 77)).result).toBe(-3);
  });

  it('asks for memory that a hypercall needs, and makes it once it has it', async () => {
    const call = words([8, 12], [8, 14], [8, 0x1000], [8, 0], [8, 0], [8, 0]);
    const wanted = await ask('hypercall', call + words([8, 0]), 0);
    expect([wanted.result, wanted.body?.toString('hex')]).toEqual([1, words([8, 0x1000], [8, 2])]);

    const pieces = words([8, 1], [8, 0x1000], [4, 2], [4, 0], [8, domain.domid]);
    const { result, body } = await ask('hypercall', call + pieces, 0);
    expect([result, body?.toString('hex')]).toEqual([0, words([8, 0xfefff], [8, 0])]);
  });

  it('passes on what is for an event channel device', async () => {
    const { handle } = served.open(0, () => undefined);
    const bind = words([4, handle], [4, 1], [4, domain.domid], [4, 1]);

    expect((await ask('evtchn', bind)).result).toBeGreaterThan(0);
    expect((await ask('evtchn', words([4, 99], [4, 1], [8, 0]))).result).toBe(-19);
    served.close(handle);
  });

  it('maps, and gives grants back when it ends', async () => {
    const table = domain.machine.writablePage(domain.memory.shared.grantFrame(0));
    const entry = new DataView(table.buffer, table.byteOffset + 8, 8);
    entry.setUint16(0, 1, true);
    entry.setUint32(4, 5, true);

    expect((await ask('map_gfns', words([8, 1], [8, 5]))).result).toBe(0);
    expect((await ask('map_resource', words([8, 1], [8, 0], [8, 0]))).result).toBe(64);
    expect((await ask('map_grants', words([4, 1], [4, 1]))).result).toBe(0);
    expect(entry.getUint16(0, true)).toBe(1 | 8 | 16);
    expect((await ask('map_grants', words([4, 1], [4, 2]))).result).toBe(0);
    expect(entry.getUint16(0, true)).toBe(1);
    await ask('map_grants', words([4, 1], [4, 0]));
    session.end();
    expect(entry.getUint16(0, true)).toBe(1);
    expect((await ask('hello', '')).result).toBe(-38);
  });
});
