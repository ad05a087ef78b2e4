import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { audible, lookAgain } from '../../../src/routes/faults/silence.js';
import { addServer, hostWithRam } from '../../support/host.js';

const SILENCE = { op: 'exchange', probability: 1, skip: 0, seed: 0, count: 1 };

function setup(silenceMs: number) {
  const { host, d1, events } = hostWithRam(1, { vcpus: 2 });
  const server = addServer(host, d1);
  const rule = host.faults.add({ ...SILENCE, effect: { silenceMs } });
  const ask = (vcpu: number) =>
    server.requests.send(d1.vcpu(vcpu), newIoreq({ type: 1, addr: 0xf000_0000, size: 4 }));
  const heard = () => audible(host, server, server.requests.outstanding()).map(({ vcpu }) => vcpu);
  return { host, rule, events, ask, heard };
}

describe('audible', () => {
  it('holds back as many requests as the rule says, until it is gone', () => {
    const { host, rule, events, ask, heard } = setup(Infinity);
    ask(0);
    expect([heard(), heard()]).toEqual([[], []]);
    ask(1);
    expect([heard(), rule.fired]).toEqual([[1], 1]);

    host.faults.remove(rule.id);
    events.length = 0;
    lookAgain(host);
    expect(events).toEqual([{ type: 'ioreq', domid: 1, ioservid: 0, vcpu: 0 }]);
    expect(heard()).toEqual([0, 1]);
  });

  it('holds back for a time, and then tells those who wait', async () => {
    const { events, ask, heard } = setup(20);
    ask(0);
    expect(heard()).toEqual([]);
    events.length = 0;
    await expect.poll(() => events.length, { interval: 5 }).toBe(1);
    expect(heard()).toEqual([0]);
  });
});
