import { describe, expect, it, vi } from 'vitest';
import { Restart, XenBug, type Domain, type Task } from '../../../src/hypervisor/index.js';
import { defineHypercall } from '../../../src/routes/definition/define-hypercall.js';
import { formsOf } from '../../../src/routes/forms/hypercall-form.js';
import { issue } from '../../../src/routes/calls/issue.js';
import { struct } from '../../../src/routes/wire/struct.js';
import { pad, u32 } from '../../../src/routes/wire/wire.js';
import { errno, hostWithRam } from '../../support/host.js';

/** A call that counts down, one batch a step. */
const countdown = defineHypercall({
  name: 'countdown',
  hvmop: { number: 26 },
  dmop: { number: 15 },
  since: '9.9',
  callers: 'dm',
  summary: 'Count down',
  description: 'To nothing.',
  request: struct({ from: u32('Where to begin.'), pad: pad(4) }),
  response: struct({ left: u32('What is left.') }),
  continuation: ['from'],
  errnos: {},
  example: { request: { from: 3 }, response: { left: 0 } },
  *handle(domain, { from }): Task<{ left: number } | Restart<{ from: number }>> {
    if (from === 99) throw new XenBug('would count for ever');
    counted.push(domain.domid);
    for (let left = from; left > 0; left--)
      if (yield 'preempt_check') return new Restart({ from: left - 1 });
    return { left: 0 };
  },
});
const counted: number[] = [];

const plain = defineHypercall({
  ...countdown,
  handle: (_: Domain, { from }: { from: number }) => ({ left: from }),
});

/** What is short it does without a task. */
const short = defineHypercall({
  ...countdown,
  atOnce: (_: Domain, { from }: { from: number }) => (from < 3 ? { left: 7 } : undefined),
});

const [asHvmop, asDmop] = (['hvmop', 'dmop'] as const).map((era) => formsOf([countdown], era)[0]!);
const [asPlain, asShort] = formsOf([plain, short], 'dmop');

describe('issue', () => {
  it('answers rc 0 and what the handler gives, be it a task or not', () => {
    const { host } = hostWithRam(1);
    const to = { host, caller: 0, domid: 1 };

    expect(issue(asDmop!, to, { from: 3 })).toEqual({ rc: 0, left: 0 });
    expect(issue(asPlain!, to, { from: 3 })).toEqual({ rc: 0, left: 3 });
  });

  it('does at once what can be done so, and the rest as a task', () => {
    const { host } = hostWithRam(1);
    const to = { host, caller: 0, domid: 1 };

    expect(issue(asShort!, to, { from: 2 })).toEqual({ rc: 0, left: 7 });
    expect(issue(asShort!, to, { from: 3 })).toEqual({ rc: 0, left: 0 });
  });

  it('stops after the batches that the caller allows, and says where to go on', () => {
    const { host } = hostWithRam(1);
    const body = { from: 9, preempt: { after_batches: 4 } };

    expect(issue(asDmop!, { host, caller: 0, domid: 1 }, body)).toEqual({
      rc: -85,
      errno: 'ERESTART',
      from: 5,
    });
  });

  it('gives way after a while and is issued anew with what is left', async () => {
    const { host } = hostWithRam(1);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 2));
    const order: string[] = [];
    setImmediate(() => order.push('another'));

    const answer = issue(asDmop!, { host, caller: 0, domid: 1 }, { from: 9 });
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toEqual({ rc: 0, left: 0 });
    clock.mockRestore();

    expect(order).toEqual(['another']);
  });

  it('finds out when it is issued anew that the domain has gone', async () => {
    const { host } = hostWithRam(1);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 2));

    const answer = issue(asDmop!, { host, caller: 0, domid: 1 }, { from: 9 });
    host.destroyDomain(1);

    await expect(answer).rejects.toThrow(errno('ESRCH'));
    clock.mockRestore();
  });

  it('lets guests that wait go on, whatever became of the call', () => {
    const { host } = hostWithRam(1);
    const settle = vi.spyOn(host, 'settle');
    const to = { host, caller: 0, domid: 1 };

    void issue(asDmop!, to, { from: 0 });
    expect(() => issue(asDmop!, to, { from: 99 })).toThrow(XenBug);

    expect(settle).toHaveBeenCalledTimes(2);
  });

  it('checks in order: the caller, the domain, the interface, reserved fields', () => {
    const { host } = hostWithRam(1, { knobs: { dm_interface: 'hvmop' } });
    host.createDomain({ specialPages: false, memoryMib: 1 });
    const bad = { from: 99, pad: 1 };

    expect(() => issue(asDmop!, { host, caller: 77, domid: 9 }, bad)).toThrow('no domain 77');
    expect(() => issue(asDmop!, { host, caller: 2, domid: 9 }, bad)).toThrow('no domain 9');
    expect(() => issue(asDmop!, { host, caller: 2, domid: 1 }, bad)).toThrow(errno('EPERM'));
    expect(() => issue(asDmop!, { host, caller: 0, domid: 1 }, bad)).toThrow(errno('EOPNOTSUPP'));
    expect(() => issue(asDmop!, { host, caller: 0, domid: 2 }, bad)).toThrow('pad is 1, not 0');
    expect(() => issue(asHvmop!, { host, caller: 0, domid: 1 }, { from: 99 })).toThrow(XenBug);
  });

  it('refuses an HVMOP with ENOSYS where the domain takes DMOPs only', () => {
    const { host } = hostWithRam(1, { knobs: { dm_interface: 'dmop' } });

    expect(() => issue(asHvmop!, { host, caller: 0, domid: 1 }, { from: 1 })).toThrow(
      errno('ENOSYS'),
    );
  });

  it('does nothing, with success, where Xen 4.9 finds a domain that is not HVM', () => {
    const { host } = hostWithRam(1);
    host.createDomain({ type: 'pv', profile: '4.9' });
    counted.length = 0;

    expect(issue(asDmop!, { host, caller: 0, domid: 2 }, { from: 3 })).toEqual({ rc: 0, left: 0 });
    expect(counted).toEqual([]);
  });
});
