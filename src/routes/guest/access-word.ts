/** A guest access as JSON says it: what is asked, and what came of it. */

import {
  OUTCOMES,
  PENDING_REASONS,
  RMW_OPERATIONS,
  type Access,
  type AccessRequest,
} from '../../hypervisor/index.js';
import { cpuOf, registers, registersAfter, registersOf } from './cpu-word.js';
import { ioreqOf, sentIoreq } from '../device-models/ioreq-word.js';
import { ProblemError, missingFields } from '../problems/problem.js';
import { struct, type StructValue } from '../wire/struct.js';
import { array, bool, integer, name, text } from '../wire/json-words.js';
import { gpa, hex53, u16, u64 } from '../wire/wire.js';
import { nullable, optional, verbatim } from '../wire/word.js';

/** As many bytes as any instruction moves at a time. */
const LARGEST = 64;
const MOST_BYTES_OF_CODE = 4096;

const MEMORY_KINDS = ['read', 'write', 'rmw', 'exec', 'stos', 'rep_stos'] as const;
const PORT_KINDS = ['in', 'out'] as const;
const COPYING_KINDS = ['movs', 'rep_movs'] as const;
const PORT_STRING_KINDS = ['ins', 'outs', 'rep_ins', 'rep_outs'] as const;
const CODE_KINDS = ['insn'] as const;

/** Which operands a kind cannot do without. */
const NEEDED = [
  { by: MEMORY_KINDS, fields: ['gpa'] },
  { by: PORT_KINDS, fields: ['port'] },
  { by: COPYING_KINDS, fields: ['gpa', 'source'] },
  { by: PORT_STRING_KINDS, fields: ['gpa', 'port'] },
  { by: CODE_KINDS, fields: ['bytes'] },
] as const;

const KINDS = NEEDED.flatMap(({ by }) => [...by]);

export const accessBody = struct({
  vcpu: optional(u16('The vcpu that does it.'), 0),
  kind: name(KINDS, 'What it does.'),
  gpa: optional(gpa('Where in guest-physical memory; of a copy, where to.')),
  source: optional(gpa('Of a copy, where from.')),
  port: optional(u16('Which port.')),
  size: optional(
    integer(1, LARGEST, 'Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4.'),
  ),
  data: optional(u64('What is written, or the operand of a read-modify-write.')),
  op: optional(name(RMW_OPERATIONS, 'What a read-modify-write does; `add` if not said.')),
  count: optional(integer(1, 2 ** 32 - 1, 'Repetitions of a `rep_…`.')),
  df: optional(bool('Repetitions run downwards.')),
  gla: optional(
    nullable(hex53('Linear address, the gpa if not said; null: hardware reports none.')),
  ),
  bytes: optional(
    text('x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`.', {
      pattern: '^([0-9a-fA-F]{2})+$',
      maxLength: 2 * MOST_BYTES_OF_CODE,
    }),
  ),
  regs: optional(registers),
  trace: optional(bool('Whether the answer tells each step.'), true),
});

export type AccessBody = StructValue<typeof accessBody.fields>;

const EXITS = ['EPT_VIOLATION', 'EPT_MISCONFIG', 'IO'] as const;

const exit = struct({
  reason: name(EXITS, 'Why the guest left.'),
  gpa: optional(hex53('Where.')),
  qualification: optional(hex53('The exit qualification; misconfigurations have none.')),
  port: optional(hex53('Which port.')),
});

const exception = struct({
  vector: integer(0, 255, 'Which.'),
  error: optional(integer(0, 2 ** 32 - 1, 'Its error code.')),
  cr2: optional(u64('The linear address of a page fault.')),
});

const step = verbatim<Readonly<Record<string, unknown>>>({
  type: 'object',
  description: 'A step: what it tells depends on what was done.',
  properties: {
    step: { type: 'string', description: 'What was done; the other fields are its own.' },
  },
  required: ['step'],
  additionalProperties: true,
});

export const accessAnswer = struct({
  id: integer(1, Number.MAX_SAFE_INTEGER, 'Of the access, in its domain.'),
  vcpu: u16('Whose.'),
  outcome: name(OUTCOMES, 'What has befallen it.'),
  reason: optional(name(PENDING_REASONS, 'What one that is pending waits for.')),
  data: nullable(u64('What was read.')),
  regs: optional(registersAfter),
  exception: optional(exception),
  exits: array(exit, 'Each time that the guest left, in order.'),
  ioreqs: array(sentIoreq, 'The requests that went to device models, in order.'),
  trace: array(step, 'Every step, in order.'),
});

/** A problem names each operand that is missing. */
export function accessRequestOf(body: AccessBody): AccessRequest {
  const needed = NEEDED.find(({ by }) => (by as readonly string[]).includes(body.kind));
  const missing = needed?.fields.filter((field) => body[field] === undefined) ?? [];
  if (missing.length > 0) throw new ProblemError(missingFields(missing));
  const { trace: _, bytes, regs, ...request } = body;
  if (bytes === undefined) return request;
  return { ...request, code: Uint8Array.from(Buffer.from(bytes, 'hex')), cpu: cpuOf(regs) };
}

export const describeAccess = (access: Access) =>
  accessAnswer.encode({
    id: access.id,
    vcpu: access.vcpu.id,
    outcome: access.outcome,
    reason: access.reason,
    data: access.data ?? null,
    regs: access.request.kind === 'insn' ? registersOf(access.cpu) : undefined,
    exception: access.exception,
    exits: access.exits,
    ioreqs: access.ioreqs.map((ioreq) => ({ ioservid: ioreq.ioservid, ...ioreqOf(ioreq) })),
    trace: access.trace,
  });
