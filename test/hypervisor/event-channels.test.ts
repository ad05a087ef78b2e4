import { describe, expect, it } from 'vitest';
import { EventChannels } from '../../src/hypervisor/event-channels.js';

/** The ports of dom0 and of domain 1, and what befell them. */
function setup(maxPort = 1023) {
  const log: string[] = [];
  const domains = new Map<number, EventChannels>();
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
      }),
    );
  const [dom0, d1] = [domains.get(0), domains.get(1)];
  if (dom0 === undefined || d1 === undefined) throw new Error('unreachable');
  return { dom0, d1, domains, log };
}

const errno = (name: string) => expect.objectContaining({ errno: name }) as Error;

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

    expect(() => d1.allocUnbound(0)).toThrow(errno('ENOSPC'));
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

    expect(() => dom0.bindInterdomain(9, 1)).toThrow(errno('ESRCH'));
    expect(() => dom0.bindInterdomain(1, 1)).toThrow(errno('EINVAL'));
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
    expect(() => d1.send(0)).toThrow(errno('EINVAL'));
    expect(() => d1.send(9)).toThrow(errno('EINVAL'));
    expect(() => d1.send(64)).toThrow('domain 1 has no port 64');
  });

  it('goes back to unbound for the same domain when the other end closes', () => {
    const { dom0, d1 } = setup();
    const port = d1.allocUnbound(0);
    dom0.close(dom0.bindInterdomain(1, port));

    expect(d1.status(port)).toMatchObject({ state: 'unbound', remoteDomid: 0 });
    expect(dom0.bindInterdomain(1, port)).toBe(1);
    expect(() => d1.close(0)).toThrow(errno('EINVAL'));
    expect(() => d1.close(5)).toThrow(errno('EINVAL'));
  });

  it('survives a peer that is gone', () => {
    const { dom0, d1, domains } = setup();
    const local = dom0.bindInterdomain(1, d1.allocUnbound(0));
    domains.delete(1);

    dom0.send(local);
    dom0.close(local);

    expect(dom0.status(local).state).toBe('free');
  });

  it('gives out nothing once its domain dies', () => {
    const { dom0, d1 } = setup();
    const local = dom0.bindInterdomain(1, d1.allocUnbound(0, 0));

    d1.destroy();

    expect(dom0.status(local).state).toBe('unbound');
    expect([...d1.ports()]).toEqual([]);
    expect(() => d1.allocUnbound(0)).toThrow('domain 1 is dying');
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

      expect(() => d1.send(port)).toThrow("port 1 is Xen's own");
      expect(() => d1.close(port)).toThrow("port 1 is Xen's own");
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

    expect(() => dom0.close(local)).not.toThrow();
  });
});
