import { describe, expect, it } from 'vitest';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { addServer, hostWithRam } from '../../support/host.js';

const [PIO, COPY, PCI_CONFIG, TIMEOFFSET] = [0, 1, 2, 7];
const RANGE = { port: 0, memory: 1, pci: 2 };

/** Server 0 answers for ports and memory, 1 for memory and a PCI device, 2 is disabled. */
function setup(profile = '4.17') {
  const knobs = { ioservid_allocation: 'slot', ioreq_page_at: 'get_info' };
  const context = hostWithRam(4, { profile, knobs });
  const { host, d1, dom0 } = context;
  for (let n = 0; n < 3; n++) addServer(host, d1);
  const map = (id: number, type: keyof typeof RANGE, first: number, last: number) => {
    d1.ioreqServers.mapRange(id, dom0, RANGE[type], BigInt(first), BigInt(last));
  };
  map(0, 'port', 0x70, 0x73);
  map(0, 'port', 0xcf8, 0xcff);
  map(0, 'memory', 0x1_0000, 0x1_1fff);
  map(1, 'memory', 0x1_1000, 0x1_2fff);
  map(1, 'pci', 0x10, 0x10);
  map(2, 'memory', 0, 0xf_ffff);
  runTask(setIoreqServerState(d1, dom0, 2, false));
  return {
    ...context,
    select: (fields: Parameters<typeof newIoreq>[0]) =>
      d1.ioreqServers.select(newIoreq(fields))?.id,
  };
}

describe('selectServer', () => {
  // prettier-ignore
  it.each([
    // type  addr      size  count  df     server
    [PIO,    0x70,     4,    1,     false, 0],
    [PIO,    0x72,     4,    1,     false, undefined],
    [COPY,   0x1_0000, 8,    1,     false, 0],
    [COPY,   0x1_1000, 8,    1,     false, 1],
    [COPY,   0x1_0ffc, 8,    1,     false, 0],
    [COPY,   0x1_1ffc, 8,    1,     false, 1],
    [COPY,   0x1_2ffc, 8,    1,     false, undefined],
    [COPY,   0x1_0000, 4,    0x800, false, 0],
    [COPY,   0x1_0000, 4,    0x801, false, undefined],
    [COPY,   0x1_0004, 4,    2,     true,  0],
    [COPY,   0x1_0004, 4,    3,     true,  undefined],
    [COPY,   0x2000,   4,    1,     false, undefined],
    [TIMEOFFSET, 0x1_0000, 8, 1,    false, undefined],
  ])('type %i at 0x%x, size %i, count %i, df %s: %s', (type, addr, size, count, df, id) => {
    expect(setup().select({ type, addr, size, count, df })).toBe(id);
  });

  it('before 4.12 looks upwards even where a repetition runs downwards', () => {
    const { select } = setup('4.9');

    expect(select({ type: COPY, addr: 0x1_2ff0, size: 4, count: 5, df: true })).toBeUndefined();
    expect(select({ type: COPY, addr: 0x1_0000, size: 4, count: 5, df: true })).toBe(0);
  });

  it('is nobody where there is no server', () => {
    const { d1 } = hostWithRam(4);

    expect(d1.ioreqServers.select(newIoreq({ type: COPY, size: 1 }))).toBeUndefined();
  });

  describe('a PCI configuration cycle', () => {
    it('becomes a request of its own, sbdf and register', () => {
      const { d1 } = setup();
      d1.pciCf8 = 0x8000_1044;
      const ioreq = newIoreq({ type: PIO, addr: 0xcfe, size: 2 });

      expect(d1.ioreqServers.select(ioreq)?.id).toBe(1);
      expect(ioreq).toMatchObject({ type: PCI_CONFIG, addr: 0x10_0000_0046, size: 2 });
    });

    it('never falls back to a port range', () => {
      const { d1, select } = setup();
      d1.pciCf8 = 0x8000_1100;
      const ioreq = newIoreq({ type: PIO, addr: 0xcfc, size: 4 });

      expect(d1.ioreqServers.select(ioreq)).toBeUndefined();
      expect(ioreq).toMatchObject({ type: PIO, addr: 0xcfc });
      expect(select({ type: PIO, addr: 0xcf8, size: 4 })).toBe(0);
    });

    // prettier-ignore
    it.each([
      // type cf8          addr    size  server
      [PIO,  0x8000_1044, 0xcff,  1,    1],
      [PIO,  0x8000_1044, 0xd00,  1,    undefined],
      [PIO,  0x8000_0000, 0xcfc,  4,    undefined],
      [COPY, 0x8000_1044, 0xcfc,  4,    undefined],
    ])('type %i with the latch at 0x%x, at 0x%x, size %i: %s', (type, cf8, addr, size, id) => {
      const { d1, select } = setup();
      d1.pciCf8 = cf8;

      expect(select({ type, addr, size })).toBe(id);
    });

    it('is an ordinary port access while the latch does not enable it', () => {
      const { d1, select } = setup();
      d1.pciCf8 = 0x0000_1000;

      expect(select({ type: PIO, addr: 0xcfc, size: 4 })).toBe(0);
    });
  });
});
