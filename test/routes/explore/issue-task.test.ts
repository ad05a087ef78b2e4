import { describe, expect, it } from 'vitest';
import { pointOf, type Task } from '../../../src/hypervisor/index.js';
import { issueTask } from '../../../src/routes/explore/issue-task.js';
import { formNamed } from '../../../src/routes/forms/form-named.js';
import { hostWithRam } from '../../support/host.js';

/** The points of a call, and what it answers. */
function* untilDone(task: Task<unknown>): Generator<unknown, unknown> {
  let step = task.next(false);
  for (; step.done !== true; step = task.next(false)) yield pointOf(step.value);
  return step.value;
}

function call(op: string, args: object, spec = {}) {
  const { host } = hostWithRam(1024, spec);
  const form = formNamed(op);
  if (form === undefined) throw new Error(`there is no ${op}`);
  const points: unknown[] = [];
  const running = untilDone(issueTask(form, { host, domid: 1 }, form.request.decode(args)));
  let step = running.next();
  for (; step.done !== true; step = running.next()) points.push(step.value);
  return { points, answer: step.value };
}

describe('issueTask', () => {
  it('comes by the points of the call, and answers as the call does', () => {
    const args = { mem_type: 'ram_ro', first_pfn: '0x0', nr: 300 };

    expect(call('dmop/set_mem_type', args)).toEqual({
      points: ['p2m_lock', 'preempt_check', 'p2m_lock'],
      answer: { rc: 0 },
    });
  });

  it('gives way where `preempt` says so', () => {
    const args = { mem_type: 'ram_ro', first_pfn: '0x0', nr: 700, preempt: { after_batches: 2 } };

    expect(call('dmop/set_mem_type', args).answer).toMatchObject({
      rc: -85,
      errno: 'ERESTART',
      first_pfn: '0x200',
      nr: 188,
    });
  });

  it('has no point where the call has none', () => {
    expect(call('hvmop/get_mem_type', { pfn: '0x0' })).toEqual({
      points: [],
      answer: { rc: 0, mem_type: 'ram_rw' },
    });
  });

  it('does nothing where 4.9 does nothing', () => {
    const spec = { profile: '4.9', type: 'pv', memory: undefined };

    expect(call('dmop/set_pci_link_route', { link: 0, isa_irq: 5 }, spec).answer).toMatchObject({
      rc: 0,
    });
  });
});
