import { describe, expect, it } from 'vitest';
import { answerVcpu, beginRequests, TWO_VCPUS } from '../../../src/cli/replay-xen/two-vcpus.js';
import { addServerA, worldOf } from '../../support/replay.js';

const IDLE = { completed: true, rax: '0x1122334455667788', exception_plus_1: 0, state: 0 };
const waits = (addr: string) => ({
  ...{ completed: false, rax: '0x0', exception_plus_1: 0, state: 1 },
  ...{ type: 1, dir: 1, addr, size: 4, data: '0x0' },
});

describe('TWO_VCPUS', () => {
  it('have the requests made that a step shows, and answered each by its port', async () => {
    const world = await worldOf('sf_two_vcpus');
    await world.demand('POST', '/domctl/sethvmcontext', { vcpus: [0, 1] });
    await addServerA(world);
    const look = async (when: string, out: object) =>
      (await TWO_VCPUS['two_vcpus']!(world, { when }, [], out as never)).out;
    const both = { vcpu0: waits('0xe0000010'), vcpu1: waits('0xe0000020') };
    expect(await look('both pending', both)).toMatchObject(both);

    await answerVcpu(world, { vcpu: 1, data: '0x33', notify: 'none' });
    expect(await look('nobody notified', both)).toMatchObject({ vcpu1: { state: 3 } });
    expect(await look('vcpu 1 notified', both)).toMatchObject({
      vcpu0: { completed: false },
      vcpu1: { completed: true, rax: '0x33', state: 0 },
    });
  });

  it('begin what is answered before anybody looks', async () => {
    const world = await worldOf('sf_two_vcpus');
    await world.demand('POST', '/domctl/sethvmcontext', { vcpus: [0, 1] });
    await addServerA(world);
    const out = { vcpu0: { ...waits('0xe0000010'), state: 0 }, vcpu1: IDLE };
    await beginRequests(world, [
      { scenario: 's', step: 1, op: 'two_vcpus', out: { vcpu0: out.vcpu0 } },
    ]);
    await answerVcpu(world, { vcpu: 0, data: '0x44', notify: 'port of vcpu 0' });

    const shown = await TWO_VCPUS['two_vcpus']!(world, { when: 'done' }, [], out);
    expect(shown.out).toMatchObject({ vcpu0: { completed: true, rax: '0x44' } });
  });
});
