import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import {
  NOTHING,
  complete,
  describeServed,
  take,
} from '../../../src/routes/device-models/serve-ioreqs.js';
import { addServer, hostWithRam } from '../../support/host.js';

function setup() {
  const { host, d1 } = hostWithRam(1, { vcpus: 3 });
  const server = addServer(host, d1);
  const ask = (vcpu: number) =>
    server.requests.send(d1.vcpu(vcpu), newIoreq({ type: 1, addr: 0xf000_0000 + vcpu, size: 4 }));
  return { host, server, ask };
}

describe('take', () => {
  it('hands out what is pending, the least handed out first, as many as are wanted', () => {
    const { host, server, ask } = setup();
    ask(0);
    take(host, server, 9);
    ask(2);
    ask(1);

    const shortOf = (max: number) =>
      take(host, server, max)?.ioreqs.map(({ vcpu, delivery }) => [vcpu, delivery]);
    expect(shortOf(2)).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(shortOf(9)).toEqual([
      [0, 2],
      [2, 2],
      [1, 2],
    ]);
  });

  it('leaves what is not wanted, and is undefined when nothing is left', () => {
    const { host, server, ask } = setup();
    ask(0);

    expect(take(host, server, 9, ({ seq }) => seq !== 1)).toBeUndefined();
    expect(server.requests.outstanding()).toMatchObject([{ delivery: 0 }]);
  });
});

describe('complete', () => {
  it('gives back what answered nothing', () => {
    const { host, server, ask } = setup();
    ask(0);
    const nothing = { vcpu: 1, seq: undefined, data: undefined };

    expect(complete(host, server, [{ vcpu: 0, seq: 1, data: 5n }, nothing])).toEqual([nothing]);
    expect(server.requests.outstanding()).toEqual([]);
  });

  it('answers a server whose domain has gone with nothing done', () => {
    const { host, server } = setup();
    host.destroyDomain(1);

    expect(complete(host, server, [{ vcpu: 0 }])).toEqual([{ vcpu: 0 }]);
  });
});

describe('describeServed', () => {
  it('has three lists, empty or not', () => {
    expect(describeServed(NOTHING)).toEqual({ ioreqs: [], bufioreqs: [], stale: [] });
  });
});
