/** A PCI device whose memory moves: configuration cycles through 0xcf8 and 0xcfc, and a range that follows its BAR. */

import { expect, it } from 'vitest';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { inShort, type Request } from '../support/device-model/device-model.js';
import { story, type Story } from '../support/story.js';

/** Bus 0, device 2, function 0. */
const DEVFN = 0x10;
const CONFIG_ADDRESS = 0xcf8;
const CONFIG_DATA = 0xcfc;
const ENABLE = 0x8000_0000;

const VENDOR_AND_DEVICE = 0x5a3e_1234n;
const COMMAND = 4;
const MEMORY_ENABLED = 0b10n;
const BAR0 = 0x10;
const BAR_SIZE = 0x1_0000n;

/** The device model: where its memory is mapped follows BAR 0 and the memory bit of the command register. */
function device({ dmop }: Story, id: number) {
  const config = new Map<number, bigint>([
    [0, VENDOR_AND_DEVICE],
    [COMMAND, 0n],
    [BAR0, 0n],
  ]);
  let mapped: bigint | undefined;

  const follow = async () => {
    const isEnabled = (config.get(COMMAND)! & MEMORY_ENABLED) !== 0n;
    const wanted = isEnabled ? config.get(BAR0) : undefined;
    if (wanted === mapped) return;
    if (mapped !== undefined) await dmop('unmap_io_range_from_ioreq_server', rangeAt(mapped));
    if (wanted !== undefined) await dmop('map_io_range_to_ioreq_server', rangeAt(wanted));
    mapped = wanted;
  };
  const rangeAt = (start: bigint) => ({
    id,
    type: 'memory',
    start: Number(start),
    end: Number(start + BAR_SIZE - 1n),
  });

  return async ({ type, dir, addr, data }: Request): Promise<bigint | undefined> => {
    if (type === 'copy') return dir === 'read' ? BigInt(addr) - mapped! : undefined;
    const register = addr & 0xff;
    if (dir === 'read') return config.get(register) ?? 0n;
    config.set(register, register === BAR0 ? data & ~(BAR_SIZE - 1n) & 0xffff_ffffn : data);
    await follow();
    return undefined;
  };
}

/** What the guest's firmware and driver do. */
function driver({ guest }: Story) {
  const select = (register: number, devfn: number) => {
    const data = ENABLE + (devfn << 8) + register;
    return guest({ kind: 'out', port: CONFIG_ADDRESS, size: 4, data });
  };
  return {
    configRead: async (register: number, devfn = DEVFN) => {
      await select(register, devfn);
      return (await guest({ kind: 'in', port: CONFIG_DATA, size: 4 }))['data'];
    },
    configWrite: async (register: number, data: number) => {
      await select(register, DEVFN);
      await guest({ kind: 'out', port: CONFIG_DATA, size: 4, data });
    },
    load: async (gpa: number) => (await guest({ kind: 'read', gpa, size: 4 }))['data'],
  };
}

it('is found, sized, placed, moved and switched off by its guest', async () => {
  const world = await story();
  const id = await world.addServer([['pci', DEVFN, DEVFN]]);
  const model = await serveByExchange(world, id, device(world, id));
  const { configRead, configWrite, load } = driver(world);

  // Bus enumeration: the device is there, its neighbour is not.
  expect(await configRead(0)).toBe('0x5a3e1234');
  expect(await configRead(0, DEVFN + 8)).toBe('0xffffffff');

  // How large is it?
  await configWrite(BAR0, 0xffff_ffff);
  expect(await configRead(BAR0)).toBe('0xffff0000');

  // Placed, but memory is not enabled yet.
  await configWrite(BAR0, 0xf000_0000);
  expect(await load(0xf000_0010)).toBe('0xffffffff');

  await configWrite(COMMAND, 0b10);
  expect(await load(0xf000_0010)).toBe('0x10');
  expect(await load(0xf000_fffc)).toBe('0xfffc');
  expect(await load(0xf001_0000)).toBe('0xffffffff');

  // Moved: nobody is at the old place any more.
  await configWrite(BAR0, 0xf100_0000);
  expect(await load(0xf100_0020)).toBe('0x20');
  expect(await load(0xf000_0010)).toBe('0xffffffff');

  // Switched off.
  await configWrite(COMMAND, 0);
  expect(await load(0xf100_0020)).toBe('0xffffffff');
  await model.stop();

  expect(model.seen.map(inShort)).toEqual([
    'pci_config read 4 at 0x1000000000',
    'pci_config write 4 at 0x1000000010: 0xffffffff',
    'pci_config read 4 at 0x1000000010',
    'pci_config write 4 at 0x1000000010: 0xf0000000',
    'pci_config write 4 at 0x1000000004: 0x2',
    'read 4 at 0xf0000010',
    'read 4 at 0xf000fffc',
    'pci_config write 4 at 0x1000000010: 0xf1000000',
    'read 4 at 0xf1000020',
    'pci_config write 4 at 0x1000000004: 0x0',
  ]);
});

it('gets bytes and words of a register as the guest reads them, and never by a range of ports', async () => {
  const world = await story();
  const { addServer, guest } = world;
  const id = await addServer([
    ['pci', DEVFN, DEVFN],
    ['port', CONFIG_DATA, CONFIG_DATA + 3],
  ]);
  const model = await serveByExchange(world, id, device(world, id));
  const { configRead } = driver(world);

  expect(await configRead(0)).toBe('0x5a3e1234');
  await guest({ kind: 'in', port: CONFIG_DATA + 2, size: 2 });
  await guest({ kind: 'in', port: CONFIG_DATA + 3, size: 1 });
  expect(await configRead(0, DEVFN + 8)).toBe('0xffffffff');
  await guest({ kind: 'out', port: CONFIG_ADDRESS, size: 4, data: 0 });
  await guest({ kind: 'in', port: CONFIG_DATA + 2, size: 2 });
  await model.stop();

  expect(model.seen.map(inShort)).toEqual([
    'pci_config read 4 at 0x1000000000',
    'pci_config read 2 at 0x1000000002',
    'pci_config read 1 at 0x1000000003',
    'pio read 2 at 0xcfe',
  ]);
});
