import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/cli/replay-xen/recording.js';
import { replayScenario } from '../../../src/cli/replay-xen/replayer.js';
import { TRANSPORTS } from '../../../src/cli/replay-xen/transports.js';
import { guestStep, replayService } from '../../support/replay.js';

const step = (op: string, fields: Partial<Step> = {}): Step => ({
  scenario: 's',
  step: 1,
  op,
  args: {},
  ret: 0,
  ...fields,
});
const note = (text: string) => ({ scenario: 's', step: 1, op: 'note', text });
const created = (id: number) => step('create_ioreq_server', { out: { id } });

async function replay(...steps: Step[]) {
  const transport = TRANSPORTS.exchange;
  return replayScenario(await replayService(), {
    scenario: 'l_test',
    version: '4.17',
    transport,
    steps,
  });
}

describe('replayScenario', () => {
  it('counts the steps, and those that differ', async () => {
    const found = await replay(note('hello'), created(0), created(7), created(8), created(3));

    expect(found).toMatchObject({ steps: 4, skipped: 0, mismatches: 2 });
    expect(found.first).toBe(
      'scenario s step 1: create_ioreq_server {}\n  out.id: expected 7, actual 1',
    );
  });

  it('begins on a fresh domain where a note says so', async () => {
    expect(await replay(created(0), note('domain recreated because …'), created(0))).toMatchObject({
      steps: 2,
      mismatches: 0,
    });
    const bare = note('emulation flags LAPIC only (PVH-like) domain');
    expect(await replay(created(0), bare, created(0))).toMatchObject({ mismatches: 0 });
  });

  it('says what it skipped and what it did not compare, and how often', async () => {
    const { skipped, mismatches, exceptions } = await replay(
      step('dm_op_hypercall', { args: { bufs: 'bad pointer' } }),
      step('dm_op_hypercall', { args: { bufs: 'bad pointer' } }),
      guestStep({
        bytes: '90',
        mem: [{ gpa: '0x850000', before: '00', after: '00' }],
        ioreqs: [],
        regs_out: {},
        exception: null,
      }),
    );

    expect({ skipped, mismatches }).toEqual({ skipped: 2, mismatches: 0 });
    expect([...exceptions.values()]).toEqual([2, 1]);
  });

  it('does not compare what two recordings differed about', async () => {
    const fields = { out: { id: 5 }, nondeterministic: ['/out/id'] };

    expect(await replay(step('create_ioreq_server', fields))).toMatchObject({ mismatches: 0 });
  });

  it('counts a step that cannot be carried out', async () => {
    const { mismatches, first } = await replay(guestStep({ bytes: '0fa2' }));

    expect(mismatches).toBe(1);
    expect(first).toContain('step: expected "carried out", actual "POST /guest-access: 422');
  });
});
