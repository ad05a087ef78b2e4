/**
 * XenGT shadows a page table of its guest's GPU: writes to it are claimed. On each the device model takes the page
 * back to ram_rw, applies the write, protects the page again, and only then lets the guest go on.
 */

import { describe, expect, it } from 'vitest';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { inShort, type Request } from '../support/device-model/device-model.js';
import { bytesOf, story, type Story } from '../support/story.js';

const PAGE_TABLE_GFN = 0x100;
const PAGE_TABLE = 0x10_0000;
const MACHINE_OFFSET = 0x4000_0000n;

const setType = ({ dmop }: Story, mem_type: string) =>
  dmop('set_mem_type', { mem_type, first_pfn: PAGE_TABLE_GFN, nr: 1 });

/** Entry by entry what the hardware gets: the guest's addresses, moved to where its memory is in the machine. */
type Shadow = Map<number, bigint>;

const xengt =
  (world: Story, shadow: Shadow) =>
  async ({ addr, data, size }: Request): Promise<undefined> => {
    await setType(world, 'ram_rw');
    await world.writeRam(addr, bytesOf(data, size));
    await setType(world, 'ioreq_server');
    const index = (addr - PAGE_TABLE) >> 3;
    const entry = (await world.readRam(PAGE_TABLE + 8 * index, 8)).readBigUInt64LE();
    shadow.set(index, entry & 1n ? entry + MACHINE_OFFSET : 0n);
  };

/** Set up as XenGT does it: the claim first, then the server is enabled. */
async function setup(profile: string) {
  const world = await story({ profile, paused: true });
  const { domain, dmop, post } = world;
  const shadow: Shadow = new Map();
  await dmop('create_ioreq_server', { handle_bufioreq: 0 });
  await dmop('get_ioreq_server_info', { id: 0 });
  await dmop('map_mem_type', { id: 0, type: 'ioreq_server', flags: ['write'] });
  await dmop('set_ioreq_server_state', { id: 0, enabled: 1 });
  await post(`${domain}/unpause`);
  await setType(world, 'ioreq_server');
  const model = await serveByExchange(world, 0, xengt(world, shadow));
  return { ...world, model, shadow };
}

describe.each(['4.17', '4.22'])('a shadowed page table on Xen %s', (profile) => {
  it('follows every way in which a guest writes an entry', async () => {
    const { domain, guest, post, model, shadow } = await setup(profile);
    const write = (entry: number, data: string, size = 8, at = 0) =>
      guest({ kind: 'write', gpa: PAGE_TABLE + 8 * entry + at, size, data });
    const read = async (entry: number) =>
      (await guest({ kind: 'read', gpa: PAGE_TABLE + 8 * entry, size: 8 }))['data'];

    // An entry at once.
    await write(0, '0x5001');
    expect([await read(0), shadow.get(0)]).toEqual(['0x5001', 0x4000_5001n]);

    // In two halves, the valid bit last.
    await write(1, '0x1', 4, 4);
    await write(1, '0x6001', 4);
    expect([await read(1), shadow.get(1)]).toEqual(['0x100006001', 0x1_4000_6001n]);

    // A bit of it, by lock or [rdi], eax.
    const regs = { rdi: '0x100000', rax: '0x2' };
    await guest({ kind: 'insn', bytes: 'f00907', regs });
    expect([await read(0), shadow.get(0)]).toEqual(['0x5003', 0x4000_5003n]);

    // Exchanged, by xchg [rdi], rax: the old one is in the register.
    const exchanged = await guest({
      kind: 'insn',
      bytes: '488707',
      regs: { rdi: '0x100008', rax: '0x7001' },
    });
    expect(exchanged['regs'].rax).toBe('0x100006001');
    expect([await read(1), shadow.get(1)]).toEqual(['0x7001', 0x4000_7001n]);

    // Three at once by rep stosq: three requests, one after the other.
    await guest({ kind: 'rep_stos', gpa: PAGE_TABLE + 16, size: 8, count: 3, data: 0 });
    expect([shadow.get(2), shadow.get(3), shadow.get(4)]).toEqual([0n, 0n, 0n]);

    expect(model.seen.map(inShort)).toEqual([
      'write 8 at 0x100000: 0x5001',
      'write 4 at 0x10000c: 0x1',
      'write 4 at 0x100008: 0x6001',
      'write 4 at 0x100000: 0x5003',
      'write 8 at 0x100008: 0x7001',
      'write 8 at 0x100010: 0x0',
      'write 8 at 0x100018: 0x0',
      'write 8 at 0x100020: 0x0',
    ]);
    const { mem_type } = await post(`${domain}/hvmop/get_mem_type`, { pfn: PAGE_TABLE_GFN });
    expect(mem_type).toBe('ioreq_server');
    await model.stop();
  });

  it('is plain RAM again once it is no page table any more', async () => {
    const { model, ...world } = await setup(profile);
    const { guest, get, domain } = world;
    expect(await get(domain)).toMatchObject({ entry_count: 1 });

    await setType(world, 'ram_rw');
    const write = { kind: 'write', gpa: PAGE_TABLE, size: 8, data: '0x1' };
    expect(await guest(write)).toMatchObject({ outcome: 'completed', exits: [] });

    expect(await get(domain)).toMatchObject({ entry_count: 0 });
    expect(model.seen).toEqual([]);
    await model.stop();
  });
});
