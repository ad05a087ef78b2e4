/** A mismatch for people: the step, the fields that differ, and the entries, decoded. */

import { decodeEntry } from '../../hypervisor/ept/ept-entry.js';
import { pathTo } from '../../hypervisor/ept/ept-path.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Step, TouchedRun } from './recording.js';

const MAX_RUNS = 8;
const NON_LEAF_FRAME = 0x000f_ffff_ffff_f000n;

export interface Mismatch {
  readonly step: Step;
  /** What differs, by the field's name in the recording. */
  readonly fields: readonly { name: string; expected: unknown; actual: unknown }[];
  /** As it was after the step. */
  readonly world: RecordedWorld;
}

export function describeMismatch({ step, fields, world }: Mismatch): string {
  const lines = [
    `scenario ${step.scenario} step ${step.step}: ${step.op} ${JSON.stringify(step.args)}`,
    ...fields.map(
      ({ name, expected, actual }) =>
        `  ${name}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`,
    ),
    ...(step.touched ?? []).slice(0, MAX_RUNS).flatMap((run) => describeRun(run, world)),
  ];
  return lines.join('\n');
}

/** The first entry of a run that the step changed, as Xen left it and as it is here. */
function describeRun(run: TouchedRun, { p2m }: RecordedWorld): string[] {
  const gfn = Number.parseInt(run.g, 16);
  const at = pathTo(p2m.tables, gfn).find(({ level }) => level === run.l);
  const raw = at === undefined ? undefined : rawText(at.lo, at.hi);
  return [
    `  level ${run.l} gfn 0x${run.g} (${run.n} entries)`,
    `    expected ${run.new ?? 'no table'}${run.new === null ? '' : ` ${decoded(BigInt(`0x${run.new}`))}`}`,
    `    actual   ${raw ?? 'no table'}${raw === undefined ? '' : ` ${decoded(BigInt(`0x${raw}`))}`}`,
  ];
}

function rawText(lo: number, hi: number): string {
  return ((BigInt(hi) << 32n) | BigInt(lo)).toString(16).padStart(16, '0');
}

function decoded(raw: bigint): string {
  const entry = decodeEntry(Number(raw & 0xffff_ffffn), Number(raw >> 32n));
  const letters = `${entry.r ? 'r' : '-'}${entry.w ? 'w' : '-'}${entry.x ? 'x' : '-'}`;
  const flags = (['ipat', 'sp', 'a', 'd', 'recalc', 'suppressVe'] as const).filter((f) => entry[f]);
  const frame = (raw & NON_LEAF_FRAME) >> 12n;
  return `${letters} ${entry.p2mt} access ${entry.access} emt ${entry.emt} mfn 0x${frame.toString(16)} ${flags.join(' ')}`;
}
