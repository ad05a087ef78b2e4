/**
 * The arguments of the thread, each from its file under examples/explore: what comes about as it
 * stands there, and what with the knob or the profile that the argument is about.
 */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Exploration, Outcome } from '../../src/cli/explore/answer.js';
import { inWords } from '../../src/cli/explore/outcome-table.js';
import { perform, type News } from '../../src/routes/explore/job.js';

async function explored(file: string, other: object = {}): Promise<Exploration> {
  const body = { ...parse(await readFile(`examples/explore/${file}.yaml`, 'utf8')), ...other };
  let last: News | undefined;
  await perform({ kind: 'explore', body }, (news) => (last = news));
  if (last?.news !== 'done') throw new Error(JSON.stringify(last));
  return last.answer as Exploration;
}

const violatedIn = ({ outcomes }: Exploration) => [
  ...new Set(outcomes.flatMap(({ violated }) => violated)),
];

/** What came of an actor's steps, in every outcome. */
const wordsOf = ({ outcomes }: Exploration, actor: string) =>
  [...new Set(outcomes.map((outcome) => wordsIn(outcome, actor)))].toSorted();

const wordsIn = ({ results }: Outcome, actor: string) =>
  (results[actor] ?? []).map(inWords).join('; ');

const DELIVERED = 'completed EPT_VIOLATION write to 1';
const DIRECT = 'completed';
const MISCONFIG = 'completed EPT_MISCONFIG';
const BOTH = 'completed EPT_VIOLATION EPT_MISCONFIG';
const SPURIOUS = 'completed EPT_VIOLATION';
const GP = 'injected #13 EPT_VIOLATION';

describe('the thread', () => {
  it('(a) without the pause a violation can find no server', async () => {
    const answer = await explored('a-unmap-without-pause');

    expect(violatedIn(answer)).toEqual(['no_violation_without_server']);
    expect(wordsOf(answer, 'vcpu0')).toEqual([DIRECT, MISCONFIG, SPURIOUS, BOTH, DELIVERED, GP]);
  });

  it('(b) with the pause only misconfigurations are left', async () => {
    const answer = await explored('b-unmap-with-pause');

    expect(violatedIn(answer)).toEqual([]);
    expect(wordsOf(answer, 'vcpu0')).toEqual([DIRECT, MISCONFIG, DELIVERED]);
  });

  it('(c) without the pause but with a retry nothing is left unhandled', async () => {
    const answer = await explored('c-retry-instead-of-pause');

    expect(violatedIn(answer)).toEqual([]);
    expect(wordsOf(answer, 'vcpu0')).toEqual([DIRECT, MISCONFIG, SPURIOUS, BOTH, DELIVERED]);
  });

  it('(d) before patch 2 the type can flip between the fault and its handling', async () => {
    const file = 'd-lock-dropped-before-emulation';

    expect(violatedIn(await explored(file))).toEqual(['no_lost_write']);
    expect(violatedIn(await explored(file, { profile: 'v6-patch2' }))).toEqual([]);
  });

  it('(e) before patch 3 the read half of a read-modify-write leaves Xen', async () => {
    const file = 'e-rmw-before-patch-3';
    const halves = async (other?: object) => {
      const { outcomes } = await explored(file, other);
      return outcomes.map(({ results }) => [
        results['vcpu0']?.[0]?.ioreqs?.map(({ dir }) => dir),
        results['vcpu0']?.[0]?.data,
      ]);
    };
    const unowned = [
      { op: 'hvmop/create_ioreq_server', args: { handle_bufioreq: 0 } },
      { op: 'hvmop/set_mem_type', args: { hvmmem_type: 4, first_pfn: '0x100', nr: 1 } },
    ];

    expect(await halves()).toEqual([[['read', 'write'], '0xffffffff']]);
    expect(await halves({ profile: 'v6-patch3' })).toEqual([[['write'], '0x0']]);
    expect(await halves({ profile: '4.8', setup: unowned })).toEqual([[undefined, '0xffffffff']]);
  });

  it('(f) before patch 4 stale entries reach the next owner', async () => {
    const file = 'f-no-reset-on-unmap';
    const before = await explored(file);
    const after = await explored(file, { profile: 'v6-patch4' });

    expect(violatedIn(before)).toContain('nothing_is_inherited');
    expect(wordsOf(before, 'vcpu0')).toContain('completed EPT_VIOLATION write to 2');
    expect(violatedIn(after)).toEqual([]);
    expect(wordsOf(after, 'vcpu0')).toEqual([DIRECT]);
  });

  it('(g) EBUSY keeps the next owner from what a sweep that did nothing has left', async () => {
    const file = 'g-sweep-that-did-nothing';
    const claims = async (knobs: object) => {
      const answer = await explored(file, { knobs });
      return [wordsOf(answer, 'dm'), violatedIn(answer)];
    };

    expect(await claims({ reset_on_unmap: 'lazy' })).toEqual([['ok; EBUSY', 'ok; ok'], []]);
    expect(await claims({ reset_on_unmap: 'lazy', entry_count_guard: false })).toEqual([
      ['ok; ok'],
      ['nothing_is_inherited'],
    ]);
    expect(await claims({ reset_on_unmap: 'lazy_and_sweep' })).toEqual([['ok; ok'], []]);
  });

  it('(h) a claim that races a disclaim is alone, but in v6 it may inherit pages', async () => {
    const file = 'h-claim-races-disclaim';
    const knobs = { entry_count_guard: true };

    expect(violatedIn(await explored(file))).toEqual(['nothing_is_inherited']);
    expect(violatedIn(await explored(file, { knobs }))).toEqual([]);
  });

  it('(i) destroying a server leaves the vcpu stuck whose request it had', async () => {
    const answer = await explored('i-destroy-races-ioreq');

    expect(violatedIn(answer)).toEqual(['no_stuck_vcpu']);
    expect(wordsOf(answer, 'vcpu0')).toEqual([
      'completed EPT_VIOLATION write to 0',
      'pending (ioreq) EPT_VIOLATION write to 0',
      'pending (refaulting) EPT_VIOLATION',
    ]);
  });

  it('(j) log-dirty mode is refused while pages are outstanding', async () => {
    const answer = await explored('j-log-dirty');

    expect(violatedIn(answer)).toEqual([]);
    expect(wordsOf(answer, 'toolstack')).toEqual(['EBUSY', 'ok']);
    expect(wordsOf(await explored('j-log-dirty', { profile: 'v6-patch3' }), 'toolstack')).toEqual([
      'ok',
    ]);
  });
});
