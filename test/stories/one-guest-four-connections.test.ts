/** One stream of guest instructions: whichever way the device model is connected, all that is to be seen is the same. */

import { expect, it } from 'vitest';
import { serveByBinaryStream } from '../support/device-model/by-binary-stream.js';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { serveByPages } from '../support/device-model/by-pages.js';
import { serveByStream } from '../support/device-model/by-stream.js';
import { inShort, type Request } from '../support/device-model/device-model.js';
import { bytesOf, story, type Story } from '../support/story.js';

const MMIO = 0xf000_0000;
const CLAIMED_PAGE = 0x100;
const RAM = 0x20_0000;

const insn = (bytes: string, regs: object) => ({
  kind: 'insn',
  bytes,
  regs: { rsp: '0x8000', ...regs },
});

/** What the guest does, what the device model gets of it, and what the guest has of it afterwards. */
// prettier-ignore
const STREAM: readonly [does: object, gets: readonly string[], has: object][] = [
  [{ kind: 'read', gpa: MMIO, size: 4 },                       ['read 4 at 0xf0000000'],                                     { data: '0x3020100' }],
  [{ kind: 'write', gpa: MMIO + 8, size: 8, data: '0x123456789abcdef0' }, ['write 8 at 0xf0000008: 0x123456789abcdef0'],     { data: null }],
  [{ kind: 'rmw', op: 'add', gpa: MMIO + 0x10, size: 2, data: 1 }, ['read 2 at 0xf0000010', 'write 2 at 0xf0000010: 0x1111'], {}],
  [{ kind: 'write', gpa: 0x10_0020, size: 4, data: 7 },        ['write 4 at 0x100020: 0x7'],                                 {}],
  [{ kind: 'read', gpa: 0x10_0020, size: 4 },                  [],                                                           { data: '0x0' }],
  [{ kind: 'write', gpa: 0xa_0000, size: 1, data: 0x41 },      [],                                                           {}],
  [{ kind: 'write', gpa: 0xa_0010, size: 8, data: '0x8877665544332211' }, [],                                                {}],
  [{ kind: 'out', port: 0x3f0, size: 1, data: 9 },             ['pio write 1 at 0x3f0: 0x9'],                                {}],
  [{ kind: 'in', port: 0x3f2, size: 2 },                       ['pio read 2 at 0x3f2'],                                      { data: '0xf3f2' }],
  [{ kind: 'out', port: 0xcf8, size: 4, data: 0x8000_1004 },   [],                                                           {}],
  [{ kind: 'in', port: 0xcfc, size: 4 },                       ['pci_config read 4 at 0x1000000004'],                        { data: '0x7060504' }],
  [{ kind: 'rep_stos', gpa: MMIO + 0x40, size: 4, count: 3, data: 5 }, ['write 4 x 3 at 0xf0000040: 0x5'],                   {}],
  [{ kind: 'rep_movs', gpa: MMIO + 0x80, source: RAM, size: 4, count: 2 }, ['write 4 x 2 at 0xf0000080: [0x200000]'],        {}],
  [{ kind: 'rep_movs', gpa: RAM, source: MMIO + 0x20, size: 4, count: 2 }, ['read 4 x 2 at 0xf0000020: [0x200000]'],         {}],
  [{ kind: 'read', gpa: RAM, size: 8 },                        [],                                                           { data: '0x2726252423222120' }],
  // mov eax, [rdi]
  [insn('8b07', { rdi: '0xf0000004' }),                        ['read 4 at 0xf0000004'],                                     { regs: { rax: '0x7060504' } }],
  // lock xadd [rdi], eax
  [insn('f00fc107', { rdi: '0xf0000000', rax: '0x1' }),        ['read 4 at 0xf0000000', 'write 4 at 0xf0000000: 0x3020101'], { regs: { rax: '0x3020100' } }],
  // movups xmm0, [rdi]
  [insn('0f1007', { rdi: '0xf0000010' }),                      ['read 8 at 0xf0000010', 'read 8 at 0xf0000018'],             { regs: { xmm0: '0x1f1e1d1c1b1a19181716151413121110' } }],
  // lock inc dword [rdi], on a claimed page; then mov eax, [rdi]; inc eax, two in one go
  [insn('f0ff07', { rdi: '0x100040' }),                        ['write 4 at 0x100040: 0x1'],                                 {}],
  [insn('8b07ffc0', { rdi: '0xf0000000' }),                    ['read 4 at 0xf0000000'],                                     { regs: { rax: '0x3020101' } }],
  // mov [rdi], rax, over the border to where nobody is
  [insn('488907', { rdi: '0xf0000ffc', rax: '0x1122334455667788' }), ['write 4 at 0xf0000ffc: 0x55667788'],                  {}],
];

/** Each byte that is read is the low byte of its address; the elements of a string go to RAM. */
const device =
  ({ writeRam }: Story) =>
  async ({ dir, addr, size, count, data, dataIsPtr }: Request) => {
    if (dir === 'write') return undefined;
    const bytes = Array.from({ length: size * count }, (_, i) => (addr + i) & 0xff);
    if (!dataIsPtr) return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
    await writeRam(Number(data), bytes);
    return undefined;
  };

it.each([
  ['exchange', serveByExchange],
  ['a WebSocket that speaks JSON', serveByStream],
  ['a WebSocket that speaks ioreq_t', serveByBinaryStream],
  ['the shared pages and event channels', serveByPages],
])('a guest is served by %s', async (_, serve) => {
  const world = await story();
  const { dmop, addServer, guest, writeRam } = world;
  const ranges = [
    ['memory', MMIO, MMIO + 0xfff],
    ['memory', 0xa_0000, 0xb_ffff],
    ['port', 0x3f0, 0x3f7],
    ['pci', 0x10, 0x10],
  ] as const;
  const id = await addServer(ranges, { handle_bufioreq: 1 });
  await dmop('map_mem_type', { id, type: 'ioreq_server', flags: ['write'] });
  await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: CLAIMED_PAGE, nr: 1 });
  await writeRam(RAM, bytesOf(0x1122_3344_5566_7788n, 8));
  const model = await serve(world, id, device(world));

  for (const [does, gets, has] of STREAM) {
    const before = model.seen.length;
    expect(await guest(does)).toMatchObject({ outcome: 'completed', ...has });
    expect(model.seen.slice(before).map(inShort)).toEqual(gets);
  }
  await model.stop();

  expect(model.buffered.map(inShort)).toEqual([
    'write 1 at 0xa0000: 0x41',
    'write 8 at 0xa0010: 0x8877665544332211',
  ]);
});
