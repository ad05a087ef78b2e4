/** What of the recordings is not replayed, or not compared, and why: nothing else is left out. */

import type { Difference } from './mismatch.js';
import { isGuestStep, type Args, type Step } from './recording.js';

export interface Exception {
  readonly reason: string;
  readonly op: RegExp;
  readonly scenario?: RegExp;
  /** An operation that an earlier step of the scenario was. */
  readonly after?: RegExp;
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
    op: /^get_ioreq_server_info$/,
    scenario: /^rc_domain_kinds$/,
    field: /^out\.bufioreq_port_nonzero$/,
    reason: 'a domain without vcpus: here they come with it',
  },
  {
    op: /^(map_mem_type_to_ioreq_server|set_mem_type|modified_memory)$/,
    field: /^out\.(opaque|first_pfn|nr|nr_extents)$/,
    reason: 'where a continuation stands: answers to calls by name do not show it',
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
export const skipOf = (step: Step, earlier: readonly Step[]): Exception | undefined =>
  EXCEPTIONS.find((row) => row.field === undefined && applies(row, step, earlier));

/** The row by which a field of a step may be otherwise. */
export const exceptionOf = (
  step: Step,
  { field, actual }: Difference,
  earlier: readonly Step[],
): Exception | undefined =>
  EXCEPTIONS.find(
    (row) =>
      row.field?.test(field) === true &&
      (row.actual === undefined || row.actual === actual) &&
      applies(row, step, earlier),
  );

/** For people: how often a row was made use of. */
export const describeException = ({ op, field, reason }: Exception, times: number): string =>
  field === undefined
    ? `skipped ${times} × ${op.source}: ${reason}`
    : `not compared ${times} × ${op.source} ${field.source}: ${reason}`;

const applies = (
  { op, scenario, after, args = {}, asm }: Exception,
  step: Step,
  earlier: readonly Step[],
): boolean =>
  op.test(step.op) &&
  (scenario === undefined || scenario.test(step.scenario)) &&
  (after === undefined || earlier.some((step) => after.test(step.op))) &&
  Object.entries(args).every(([name, value]) => step.args?.[name] === value) &&
  (asm === undefined || (isGuestStep(step) && asm.test(step.asm)));
