/** A mismatch for people: the step, the fields that differ, and the entries, decoded. */

import { hex } from '../../hypervisor/abi/frames.js';
import { decodeEntry, rawOf } from '../../hypervisor/ept/ept-entry.js';
import { pathTo } from '../../hypervisor/ept/ept-path.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Step, TouchedRun } from './recording.js';

const MAX_RUNS = 8;
const FLAGS = ['ipat', 'sp', 'a', 'd', 'recalc', 'suppressVe'] as const;

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
  return [
    `  level ${run.l} gfn 0x${run.g} (${run.n} entries)`,
    `    expected ${describeEntry(run.new === null ? undefined : BigInt(`0x${run.new}`))}`,
    `    actual   ${describeEntry(at && rawOf(at.lo, at.hi))}`,
  ];
}

function describeEntry(raw: bigint | undefined): string {
  if (raw === undefined) return 'no table';
  const entry = decodeEntry(Number(raw & 0xffff_ffffn), Number(raw >> 32n));
  const letters = `${entry.r ? 'r' : '-'}${entry.w ? 'w' : '-'}${entry.x ? 'x' : '-'}`;
  const flags = FLAGS.filter((flag) => entry[flag]).join(' ');
  return (
    `${raw.toString(16).padStart(16, '0')} ${letters} ${entry.p2mt} access ${entry.access} ` +
    `emt ${entry.emt} mfn ${hex(entry.mfn)} ${flags}`
  );
}
