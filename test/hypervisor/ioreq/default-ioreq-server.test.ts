import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../../src/hypervisor/abi/hvm-param.js';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { setParam } from '../../../src/hypervisor/hvm/params.js';
import {
  ensureDefaultServer,
  handDefaultServerTo,
} from '../../../src/hypervisor/ioreq/default-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const [PIO, COPY, TIMEOFFSET] = [0, 1, 7];

/** A domain of 4.8 with the pages of a default server at gfns 2 and 3. */
function setup(
  params: Readonly<Record<string, bigint>> = {},
  settings: Parameters<typeof hostWithRam>[2] = {},
) {
  const spec = {
    profile: '4.8',
    vcpus: 2,
    params: { IOREQ_PFN: 2n, BUFIOREQ_PFN: 3n, ...params },
  };
  const context = hostWithRam(8, spec, settings);
  const { d1 } = context;
  const select = (fields: Parameters<typeof newIoreq>[0]) =>
    d1.ioreqServers.select(newIoreq(fields))?.id;
  return { ...context, select, ensure: () => runTask(ensureDefaultServer(d1)) };
}

describe('ensureDefaultServer', () => {
  it('creates one that is enabled, buffers, and leaves its pages to the guest', () => {
    const { d1, ensure, events } = setup();

    ensure();

    const server = d1.ioreqServers.default;
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'ioreq_servers' });
    expect(server).toMatchObject({ id: 1, emulator: 0, enabled: true, handleBufioreq: 1 });
    expect([server?.ioreqPage.gfn, server?.bufioreqPage.gfn]).toEqual([2, 3]);
    expect([d1.p2m.typeOf(2), d1.p2m.typeOf(3)]).toEqual([P2MT.ram_rw, P2MT.ram_rw]);
    expect(d1.params.get(HVM_PARAM.BUFIOREQ_EVTCHN)).toBe(BigInt(server!.bufioreqPort));
    expect(d1.pauseCount).toBe(0);
  });

  it('creates none beside it', () => {
    const { d1, ensure } = setup();
    ensure();
    ensure();

    expect(d1.ioreqServers.inOrder).toHaveLength(1);
  });

  it('is of the domain that DM_DOMAIN names', () => {
    const { d1, ensure } = setup({ DM_DOMAIN: 7n });
    ensure();

    expect(d1.ioreqServers.default?.emulator).toBe(7);
  });

  it('answers EINVAL where there is no page, and creates none', () => {
    const { d1, ensure } = setup({ BUFIOREQ_PFN: 0x900n });

    expect(ensure).toThrow(errno('EINVAL'));
    expect(d1.ioreqServers.inOrder).toEqual([]);
    expect(d1.pauseCount).toBe(0);
  });

  it('gives neither of its pages to the pool when the ports do not suffice', () => {
    const { d1, ensure } = setup({}, { maxEventChannelPort: 2 });

    expect(ensure).toThrow(errno('ENOSPC'));
    expect(d1.ioreqGfns.allocate()).toBeUndefined();
  });

  it('gets what no other answers for, and is known by no id', () => {
    const { d1, dom0, select, ensure } = setup();
    ensure();

    expect([
      select({ type: PIO, addr: 0x70, size: 1 }),
      select({ type: COPY, addr: 0x9_0000, size: 4 }),
      select({ type: TIMEOFFSET, addr: 0, size: 8 }),
    ]).toEqual([1, 1, 1]);
    expect(() => d1.ioreqServers.get(1, dom0)).toThrow(errno('ENOENT'));
  });

  it('goes with the domain', () => {
    const { d1, host, ensure } = setup();
    ensure();
    host.destroyDomain(1);

    expect(d1.ioreqServers.inOrder).toEqual([]);
  });
});

describe('handDefaultServerTo', () => {
  it('opens new ports for its new emulator', () => {
    const { d1, ensure } = setup();
    ensure();
    const server = d1.ioreqServers.default!;
    const before = [...server.requests.ports, server.bufioreqPort];

    setParam(d1, HVM_PARAM.DM_DOMAIN, 5n);

    expect(server.emulator).toBe(5);
    const after = [...server.requests.ports, server.bufioreqPort];
    for (const [index, port] of after.entries()) {
      expect(port).not.toBe(before[index]);
      expect(d1.eventChannels.status(port)).toMatchObject({ state: 'unbound', remoteDomid: 5 });
    }
    expect(d1.params.get(HVM_PARAM.BUFIOREQ_EVTCHN)).toBe(BigInt(server.bufioreqPort));
    expect(after.map((port) => d1.eventChannels.status(port).vcpu)).toEqual([0, 1, 0]);
    expect([...d1.eventChannels.ports()]).toHaveLength(3);
  });

  it('does nothing where there is none, or it is that domain its already', () => {
    const { d1, ensure } = setup();
    handDefaultServerTo(d1, 5);
    ensure();
    const { ports } = d1.ioreqServers.default!.requests;

    handDefaultServerTo(d1, 0);

    expect(d1.ioreqServers.default?.requests.ports).toEqual(ports);
  });
});
