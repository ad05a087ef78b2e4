import { describe, expect, it } from 'vitest';
import { EventChannels } from '../../src/hypervisor/event-channels.js';
import { SharedInfo } from '../../src/hypervisor/irq/shared-info.js';
import { errno } from '../support/host.js';

/** The ports of dom0 and of domain 1, and what befell them; domain 1 sees its own in a page once it has `share`d one. */
function setup(maxPort = 1023) {
  const log: string[] = [];
  const domains = new Map<number, EventChannels>();
  let shared: SharedInfo | undefined;
  for (const domid of [0, 1])
    domains.set(
      domid,
      new EventChannels({
        domid,
        maxPort,
        channelsOf: (id) => domains.get(id),
        wake: (vcpu, port) => log.push(`wake d${domid}v${vcpu} port ${port}`),
        raised: (port) => log.push(`raised d${domid} port ${port}`),
        cleared: () => undefined,
        ...(domid === 1 && { sharedInfo: () => shared }),
      }),
    );
  const [dom0, d1] = [domains.get(0), domains.get(1)];
  if (dom0 === undefined || d1 === undefined) throw new Error('unreachable');
  const share = () => {
    shared = new SharedInfo(new Uint8Array(4096));
    d1.tellSharedInfo(shared);
    return shared;
  };
  return { dom0, d1, domains, log, share };
}

describe('EventChannels', () => {
  it('gives out the lowest free port, from 1', () => {
    const { d1 } = setup();

    expect([d1.allocUnbound(0), d1.allocUnbound(0), d1.allocUnbound(0)]).toEqual([1, 2, 3]);
    d1.close(2);
    expect(d1.allocUnbound(0)).toBe(2);
  });

  it('answers ENOSPC when no port is left', () => {
    const { d1 } = setup(2);
    d1.allocUnbound(0);
    d1.allocUnbound(0);

    expect(() => d1.allocUnbound(0)).toThrow(errno('ENOSPC', 'domain 1 has no port left of 3'));
  });

  it('makes the local port pending when it is bound', () => {
    const { dom0, d1, log } = setup();
    const port = d1.allocUnbound(0);

    const local = dom0.bindInterdomain(1, port);

    expect(dom0.status(local)).toMatchObject({
      state: 'interdomain',
      remoteDomid: 1,
      remotePort: port,
      pending: true,
    });
    expect(d1.status(port)).toMatchObject({
      state: 'interdomain',
      remoteDomid: 0,
      remotePort: local,
      pending: false,
    });
    expect(log).toEqual(['raised d0 port 1']);
  });

  it('answers ESRCH, then EINVAL for a port that does not wait for the caller', () => {
    const { dom0, d1 } = setup();

    expect(() => dom0.bindInterdomain(9, 1)).toThrow(errno('ESRCH', 'no domain 9'));
    expect(() => dom0.bindInterdomain(1, 1)).toThrow(
      errno('EINVAL', 'port 1 of domain 1 does not wait for domain 0'),
    );
    const port = d1.allocUnbound(1);
    expect(() => dom0.bindInterdomain(1, port)).toThrow(errno('EINVAL'));
  });

  it('takes DOMID_SELF for its own domain', () => {
    const { d1 } = setup();
    const port = d1.allocUnbound(0x7ff0);

    expect(d1.bindInterdomain(0x7ff0, port)).toBe(2);
  });

  it('brings a notification to the other end, once until it is seen', () => {
    const { dom0, d1, log } = setup();
    const port = d1.allocUnbound(0);
    const local = dom0.bindInterdomain(1, port);
    log.length = 0;

    dom0.send(local);
    dom0.send(local);
    d1.clearPending(port);
    dom0.send(local);

    expect(log).toEqual(['raised d1 port 1', 'raised d1 port 1']);
  });

  it('keeps an event that comes while masked until it is unmasked', () => {
    const { dom0, d1, log } = setup();
    const port = d1.allocUnbound(0);
    const local = dom0.bindInterdomain(1, port);
    d1.mask(port);
    log.length = 0;

    dom0.send(local);
    expect(log).toEqual([]);
    d1.unmask(port);
    d1.unmask(port);

    expect(log).toEqual(['raised d1 port 1']);
  });

  it('drops what is sent while unbound, and refuses what cannot be sent', () => {
    const { d1, log } = setup();
    const port = d1.allocUnbound(0);

    d1.send(port);

    expect(log).toEqual([]);
    expect(() => d1.send(0)).toThrow(errno('EINVAL', 'port 0 is reserved'));
    expect(() => d1.send(63)).toThrow(errno('EINVAL', 'port 63 is free'));
    expect(() => d1.send(64)).toThrow(errno('EINVAL', 'domain 1 has no port 64'));
  });

  it('goes back to unbound for the same domain when the other end closes', () => {
    const { dom0, d1 } = setup();
    const port = d1.allocUnbound(0);
    dom0.close(dom0.bindInterdomain(1, port));

    expect(d1.status(port)).toMatchObject({ state: 'unbound', remoteDomid: 0 });
    expect(dom0.bindInterdomain(1, port)).toBe(1);
    expect(() => d1.close(0)).toThrow(errno('EINVAL', 'port 0 is reserved'));
    expect(() => d1.close(5)).toThrow(errno('EINVAL', 'port 5 is free'));
  });

  it('touches no port of another domain when one is closed that nobody has bound', () => {
    const { dom0, d1 } = setup();

    d1.close(d1.allocUnbound(0));

    expect([...dom0.ports()]).toEqual([]);
  });

  it("has an event told to another vcpu, on a port in use that is not Xen's", () => {
    const { d1 } = setup();
    const port = d1.allocUnbound(0);
    const xens = d1.allocUnbound(0, 0);

    d1.bindVcpu(port, 3);

    expect(d1.status(port).vcpu).toBe(3);
    expect(() => {
      d1.bindVcpu(xens, 3);
    }).toThrow(errno('EINVAL', "port 2 is Xen's own"));
    expect(() => {
      d1.bindVcpu(0, 3);
    }).toThrow(errno('EINVAL', 'port 0 is reserved'));
    expect(() => {
      d1.bindVcpu(9, 3);
    }).toThrow(errno('EINVAL', 'port 9 is free'));
  });

  it("closes every port but Xen's own on a reset, and goes back to the ABI of two levels", () => {
    const { d1 } = setup();
    expect(d1.usesFifo).toBe(false);
    for (const xenVcpu of [undefined, 0, undefined]) d1.allocUnbound(0, xenVcpu);
    d1.usesFifo = true;

    d1.reset();

    expect([...d1.ports()].map(([port]) => port)).toEqual([2]);
    expect(d1.usesFifo).toBe(false);
  });

  it('raises nothing when a port without an event is unmasked', () => {
    const { dom0, d1, log } = setup();

    for (const channels of [dom0, d1]) {
      const port = channels.allocUnbound(0);
      channels.mask(port);
      channels.unmask(port);
      expect(channels.status(port).masked).toBe(false);
    }

    expect(log).toEqual([]);
  });

  it('survives a peer that is gone', () => {
    const { dom0, d1, domains } = setup();
    const local = dom0.bindInterdomain(1, d1.allocUnbound(0));
    domains.delete(1);

    dom0.send(local);
    dom0.notify(local);
    dom0.close(local);

    expect(dom0.status(local).state).toBe('free');
  });

  it('gives out nothing once its domain dies', () => {
    const { dom0, d1 } = setup();
    const local = dom0.bindInterdomain(1, d1.allocUnbound(0, 0));

    d1.destroy();

    expect(dom0.status(local).state).toBe('unbound');
    expect([...d1.ports()]).toEqual([]);
    expect(() => d1.allocUnbound(0)).toThrow(errno('EINVAL', 'domain 1 is dying'));
  });

  describe('a port that Xen waits on', () => {
    it('wakes the vcpu instead of becoming pending', () => {
      const { dom0, d1, log } = setup();
      const port = d1.allocUnbound(0, 3);
      const local = dom0.bindInterdomain(1, port);
      log.length = 0;

      dom0.send(local);

      expect(log).toEqual(['wake d1v3 port 1']);
      expect(d1.status(port).pending).toBe(false);
    });

    it('notifies the device model once it has bound', () => {
      const { dom0, d1, log } = setup();
      const port = d1.allocUnbound(0, 0);

      d1.notify(port);
      expect(log).toEqual([]);
      const local = dom0.bindInterdomain(1, port);
      dom0.clearPending(local);
      d1.notify(port);

      expect(log).toEqual(['raised d0 port 1', 'raised d0 port 1']);
    });

    it('is not for the guest to send on or to close', () => {
      const { d1 } = setup();
      const port = d1.allocUnbound(0, 0);

      expect(() => d1.send(port)).toThrow(errno('EINVAL', "port 1 is Xen's own"));
      expect(() => d1.close(port)).toThrow(errno('EINVAL', "port 1 is Xen's own"));
      d1.close(port, true);
      expect([...d1.ports()]).toEqual([]);
    });
  });

  it('lets go of a peer whose port is not there', () => {
    const { dom0, d1 } = setup();
    const local = dom0.bindInterdomain(1, d1.allocUnbound(0));
    const saved = dom0.save();
    dom0.restore({
      ...saved,
      channels: saved.channels.map((one) => ({ ...one, remotePort: 77 })),
    });

    expect(() => {
      dom0.send(local);
      dom0.notify(77);
      dom0.close(local);
    }).not.toThrow();
  });

  it('writes itself down as it is at the time, and goes on from there', () => {
    const { dom0, d1 } = setup();
    dom0.bindInterdomain(1, d1.allocUnbound(0));
    d1.usesFifo = true;
    const saved = d1.save();
    const other = setup().d1;
    d1.mask(1);
    d1.destroy();

    other.restore(saved);

    expect([...other.ports()]).toEqual([
      [1, expect.objectContaining({ state: 'interdomain', remotePort: 1, masked: false })],
    ]);
    expect([other.usesFifo, other.allocUnbound(0)]).toEqual([true, 2]);
    other.restore(d1.save());
    expect([[...other.ports()], other.closed]).toEqual([[], true]);
  });

  describe('the page in which the guest sees its ports', () => {
    it('begins with what is pending and masked of the ports in use', () => {
      const { dom0, d1, share } = setup();
      for (const vcpu of [1, 2, 3]) {
        const port = d1.bindInterdomain(0, dom0.allocUnbound(1));
        d1.bindVcpu(port, vcpu);
      }
      d1.mask(2);
      d1.clearPending(3);
      const selected = new Set<string>();
      const page = new SharedInfo(new Uint8Array(4096));
      page.select = (vcpu, port) => void selected.add(`v${vcpu} port ${port}`);
      for (const port of [0, 4]) page.setMasked(port, true);
      d1.allocUnbound(0);
      d1.close(4);

      d1.tellSharedInfo(page);

      expect([0, 1, 2, 3, 4].map((port) => page.isPending(port))).toEqual([
        false,
        true,
        true,
        false,
        false,
      ]);
      expect([0, 1, 2, 3, 4].map((port) => page.isMasked(port))).toEqual([
        true,
        false,
        true,
        false,
        true,
      ]);
      expect([...selected]).toEqual(['v1 port 1']);
      expect(share().isMasked(2)).toBe(true);
    });

    it('follows what becomes of a port', () => {
      const { dom0, d1, share } = setup();
      const local = dom0.bindInterdomain(1, d1.allocUnbound(0));
      const page = share();
      const seen = () => [page.isPending(1), page.isMasked(1)];

      d1.mask(1);
      dom0.send(local);
      expect(seen()).toEqual([true, true]);
      d1.unmask(1);
      expect(seen()).toEqual([true, false]);
      d1.clearPending(1);
      expect(seen()).toEqual([false, false]);

      d1.mask(1);
      dom0.send(local);
      d1.close(1);
      expect(seen()).toEqual([false, false]);
    });

    it('counts with what the guest has written there', () => {
      const { dom0, d1, log, share } = setup();
      const local = dom0.bindInterdomain(1, d1.allocUnbound(0));
      const page = share();
      log.length = 0;
      page.setMasked(1, true);
      dom0.send(local);
      page.setPending(1, false);

      expect(d1.status(1)).toMatchObject({ pending: false, masked: true });
      expect(log).toEqual([]);
    });

    it('says nothing of ports that are not in use', () => {
      const { d1, share } = setup();
      d1.close(d1.allocUnbound(0));
      const page = share();

      for (const port of [0, 1]) page.setPending(port, true);

      expect([0, 1].map((port) => d1.status(port).pending)).toEqual([false, false]);
    });
  });
});
