/**
 * A small device in the manner of virtio: registers in memory, a queue in guest RAM, a notification by a
 * write to a register, and a message when it is done. It writes everything that it reads in upper case.
 */

import { expect, it } from 'vitest';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { inShort, type Request } from '../support/device-model/device-model.js';
import { bytesOf, story, type Story } from '../support/story.js';

const BAR = 0xfe00_0000;
const REGISTER = { magic: 0, queue: 8, notify: 0x10, interruptStatus: 0x14, interruptAck: 0x18 };
const MAGIC = 0x7472_6976n;
const DESCRIPTOR_SIZE = 16;

/** Where the guest's driver puts things. */
const QUEUE = 0x1_0000;
const BUFFERS = 0x2_0000;

const MSI = { addr: 0xfee0_0000, data: 0x61 };
const LOCAL_APIC_SPURIOUS = 0xfee0_00f0;
const ISA_IRQ = 5;

/** The device: what its registers do. A descriptor is u64 address, u32 length, u32 done. */
function device(
  { readRam, writeRam }: Story,
  interrupt: (level: 0 | 1) => Promise<unknown>,
): (request: Request) => Promise<bigint | undefined> {
  let queue = 0;
  let status = 0n;

  const process = async (index: number) => {
    const at = queue + index * DESCRIPTOR_SIZE;
    const descriptor = await readRam(at, DESCRIPTOR_SIZE);
    const buffer = Number(descriptor.readBigUInt64LE(0));
    const text = await readRam(buffer, descriptor.readUInt32LE(8));
    await writeRam(buffer, Buffer.from(text.toString().toUpperCase()));
    await writeRam(at + 12, bytesOf(1n, 4));
  };
  const read = (register: number) =>
    ({ [REGISTER.magic]: MAGIC, [REGISTER.interruptStatus]: status })[register] ?? 0n;

  return async ({ dir, addr, data }) => {
    const register = addr - BAR;
    if (dir === 'read') return read(register);
    if (register === REGISTER.queue) queue = Number(data);
    if (register === REGISTER.notify) {
      await process(Number(data));
      status = 1n;
      await interrupt(1);
    }
    if (register === REGISTER.interruptAck) {
      status &= ~data;
      await interrupt(0);
    }
    return undefined;
  };
}

/** The guest's driver: every move an access of vcpu 0's. */
const driver = ({ guest }: Story) => ({
  load: async (gpa: number, size = 4) => (await guest({ kind: 'read', gpa, size }))['data'],
  store: (gpa: number, data: number, size = 4) => guest({ kind: 'write', gpa, size, data }),
});

/** The driver puts `text` into its RAM, and a descriptor of it into its queue. */
async function offer({ writeRam, guest }: Story, index: number, text: string): Promise<number> {
  const buffer = BUFFERS + index * 0x1000;
  await writeRam(buffer, Buffer.from(text));
  const at = QUEUE + index * DESCRIPTOR_SIZE;
  await guest({ kind: 'write', gpa: at, size: 8, data: buffer });
  await guest({ kind: 'write', gpa: at + 8, size: 4, data: text.length });
  return buffer;
}

it('reads a queue in guest RAM when told to, and tells by a message that it is done', async () => {
  const world = await story();
  const { domain, dmop, addServer, vcpu, get, readRam } = world;
  const { load, store } = driver(world);
  const id = await addServer([['memory', BAR, BAR + 0xfff]]);
  const message = (level: number) => (level ? dmop('inject_msi', MSI) : Promise.resolve());
  const model = await serveByExchange(world, id, device(world, message));

  await store(LOCAL_APIC_SPURIOUS, 0x1ff);
  expect(await load(BAR + REGISTER.magic)).toBe('0x74726976');
  await store(BAR + REGISTER.queue, QUEUE, 8);
  const buffer = await offer(world, 2, 'blue penguin');
  await store(BAR + REGISTER.notify, 2);

  expect((await readRam(buffer, 12)).toString()).toBe('BLUE PENGUIN');
  expect(await load(QUEUE + 2 * DESCRIPTOR_SIZE + 12)).toBe('0x1');
  expect((await get(`${domain}/irqs`))['msis']).toMatchObject([
    { addr: '0xfee00000', vector: 0x61 },
  ]);
  expect((await vcpu(0))['interrupts'].local_apic).toMatchObject({ enabled: true, irr: [0x61] });

  expect(await load(BAR + REGISTER.interruptStatus)).toBe('0x1');
  await store(BAR + REGISTER.interruptAck, 1);
  expect(await load(BAR + REGISTER.interruptStatus)).toBe('0x0');
  await model.stop();

  expect(model.seen.map(inShort)).toEqual([
    'read 4 at 0xfe000000',
    'write 8 at 0xfe000008: 0x10000',
    'write 4 at 0xfe000010: 0x2',
    'read 4 at 0xfe000014',
    'write 4 at 0xfe000018: 0x1',
    'read 4 at 0xfe000014',
  ]);
});

it('holds a line up from the notification to the acknowledgement', async () => {
  const world = await story();
  const { domain, dmop, addServer, get } = world;
  const { store } = driver(world);
  const id = await addServer([['memory', BAR, BAR + 0xfff]]);
  const line = (level: number) => dmop('set_isa_irq_level', { isa_irq: ISA_IRQ, level });
  const model = await serveByExchange(world, id, device(world, line));
  const linesUp = async () => (await get(`${domain}/irqs`))['isa_irqs'];

  await store(BAR + REGISTER.queue, QUEUE, 8);
  await offer(world, 0, 'a');
  expect(await linesUp()).toEqual([]);
  await store(BAR + REGISTER.notify, 0);
  expect(await linesUp()).toEqual([ISA_IRQ]);
  await store(BAR + REGISTER.interruptAck, 1);
  expect(await linesUp()).toEqual([]);
  await model.stop();
});

it('wakes a vcpu that sleeps until the queue is done', async () => {
  const world = await story({ vcpus: 2 });
  const { dmop, addServer, guest, guestBegins, vcpu, accessOf } = world;
  const { store } = driver(world);
  const id = await addServer([['memory', BAR, BAR + 0xfff]]);
  const toVcpu1 = () => dmop('inject_msi', { ...MSI, addr: MSI.addr + 0x2000 });
  const model = await serveByExchange(world, id, device(world, toVcpu1));

  await guest({ vcpu: 1, kind: 'write', gpa: LOCAL_APIC_SPURIOUS, size: 4, data: 0x1ff });
  const hlt = { vcpu: 1, kind: 'insn', bytes: 'f4', regs: { rsp: '0x8000', rflags: '0x202' } };
  const { id: sleep } = await guestBegins(hlt);
  expect(await vcpu(1)).toMatchObject({ access: { id: sleep, reason: 'event' } });

  await store(BAR + REGISTER.queue, QUEUE, 8);
  await offer(world, 0, 'a');
  await store(BAR + REGISTER.notify, 0);
  await model.stop();
  expect(await accessOf(sleep)).toMatchObject({ exception: { vector: 0x61 } });
});
