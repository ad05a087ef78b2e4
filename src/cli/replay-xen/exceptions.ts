/** What of the recordings is not replayed, or not compared, and why: nothing else is left out. */

import type { Difference } from './mismatch.js';
import { isGuestStep, type Args, type Step } from './recording.js';

export interface Exception {
  readonly reason: string;
  readonly op: RegExp;
  readonly scenario?: RegExp;
  /** Arguments of a call. */
  readonly args?: Args;
  /** Of a guest step. */
  readonly asm?: RegExp;
  /** Fields that may differ. Without it the step is skipped. */
  readonly field?: RegExp;
  /** What they are then. */
  readonly actual?: unknown;
}

/** What watched memory is said to hold that is no RAM any more. */
export const NO_RAM = 'no RAM';

export const EXCEPTIONS: readonly Exception[] = [
  {
    op: /^dm_op_hypercall$/,
    args: { bufs: 'bad pointer' },
    reason: 'where the list of buffers lies: here it is the body itself',
  },
  {
    op: /^guest/,
    field: /^ioreqs\.\d+\.state$/,
    reason: 'a request is taken when it is handed out: what was before, only the shared page shows',
  },
  {
    op: /^guest/,
    field: /^mem\.\d+\.after$/,
    actual: NO_RAM,
    reason:
      'the recorder had the page mapped before it became mmio_dm: from outside nobody sees it',
  },
  {
    op: /^guest/,
    scenario: /_ram_rw_to_ram_ro$/,
    asm: /^mov[ua]ps \[/,
    field: /^mem\.0\.after$/,
    reason: "TCG's own: 16 bytes are two stores, and the first is done when the second faults",
  },
];

/** The row by which a step is skipped. */
export const skipOf = (step: Step): Exception | undefined =>
  EXCEPTIONS.find((row) => row.field === undefined && applies(row, step));

/** The row by which a field of a step may be otherwise. */
export const exceptionOf = (step: Step, { field, actual }: Difference): Exception | undefined =>
  EXCEPTIONS.find(
    (row) =>
      row.field?.test(field) === true &&
      (row.actual === undefined || row.actual === actual) &&
      applies(row, step),
  );

/** For people: how often a row was made use of. */
export const describeException = ({ op, field, reason }: Exception, times: number): string =>
  field === undefined
    ? `skipped ${times} × ${op.source}: ${reason}`
    : `not compared ${times} × ${op.source} ${field.source}: ${reason}`;

const applies = ({ op, scenario, args = {}, asm }: Exception, step: Step): boolean =>
  op.test(step.op) &&
  (scenario === undefined || scenario.test(step.scenario)) &&
  Object.entries(args).every(([name, value]) => step.args?.[name] === value) &&
  (asm === undefined || (isGuestStep(step) && asm.test(step.asm)));
