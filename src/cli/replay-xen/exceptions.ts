/** What of the recordings is not replayed, or not compared, and why: nothing else is left out. */

import type { Difference } from './mismatch.js';
import type { Step } from './recording.js';

export interface Exception {
  readonly reason: string;
  readonly op: RegExp;
  readonly scenario?: RegExp;
  /** Fields that are not compared. Without it the step is skipped. */
  readonly field?: RegExp;
}

const NOT_YET = 'a call that does not exist yet';

export const EXCEPTIONS: readonly Exception[] = [
  { op: /^dm_op_(raw|hypercall)$/, reason: `${NOT_YET}: the binary ABI` },
  { op: /^(track_dirty_vram|modified_memory|relocate_memory|nr_vcpus)$/, reason: NOT_YET },
  { op: /^stubdom:nr_vcpus$/, reason: NOT_YET },
  { op: /^(shadow_op|logdirty)_/, reason: NOT_YET },
  { op: /^(XENMEM_populate_physmap|set_pod_target)$/, reason: NOT_YET },
  {
    op: /^(map_mem_type_to_ioreq_server|set_mem_type)$/,
    field: /^out\.(opaque|first_pfn|nr)$/,
    reason: 'where a continuation stands: answers to calls by name do not show it',
  },
  {
    op: /^guest/,
    field: /^ioreqs\.\d+\.state$/,
    reason: 'exchange takes a request when it hands it out: what was before, the page alone shows',
  },
];

/** The row by which a step is skipped. */
export const skipOf = (step: Step): Exception | undefined =>
  EXCEPTIONS.find((row) => row.field === undefined && applies(row, step));

/** The row by which a field of a step may be otherwise. */
export const exceptionOf = (step: Step, { field }: Difference): Exception | undefined =>
  EXCEPTIONS.find((row) => row.field?.test(field) === true && applies(row, step));

const applies = ({ op, scenario }: Exception, step: Step): boolean =>
  op.test(step.op) && (scenario === undefined || scenario.test(step.scenario));
