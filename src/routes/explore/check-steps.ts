/** Holds every hypercall of an exploration against that call's own schema, before anything is made. */

import type { FastifyRequest } from 'fastify';
import { formNamed } from '../form-named.js';
import { ownProblem, ProblemError } from '../problem.js';

interface StepWire {
  readonly op?: string;
  readonly args?: object;
}

interface WorldWire {
  readonly setup?: readonly StepWire[];
  readonly actors: Readonly<Record<string, readonly StepWire[]>>;
}

/** What Ajv finds, as Fastify hands it on. */
interface Finding {
  readonly instancePath: string;
}

/** Throws what is wrong with the first step that does not fit, by its pointer. */
export function checkSteps(request: FastifyRequest, { setup = [], actors }: WorldWire): void {
  checkAll(request, setup, '/setup');
  for (const [name, steps] of Object.entries(actors))
    checkAll(request, steps, `/actors/${escaped(name)}`);
}

function checkAll(request: FastifyRequest, steps: readonly StepWire[], pointer: string): void {
  for (const [index, step] of steps.entries()) check(request, step, `${pointer}/${index}`);
}

function check(request: FastifyRequest, { op, args = {} }: StepWire, pointer: string): void {
  if (op === undefined) return;
  const form = formNamed(op);
  if (form === undefined) {
    const detail = 'is no hypercall';
    const problem = ownProblem('invalid-request', `body ${pointer}/op ${detail}`);
    throw new ProblemError({ ...problem, errors: [{ pointer: `${pointer}/op`, detail }] });
  }
  const findings = findingsOf(request, form.request.schema, args);
  if (findings.length === 0) return;
  const validation = findings.map((finding) => ({
    ...finding,
    instancePath: `${pointer}/args${finding.instancePath}`,
  }));
  throw Object.assign(new Error('arguments do not fit'), { validation, validationContext: 'body' });
}

function findingsOf(request: FastifyRequest, schema: object, args: object): readonly Finding[] {
  const validate = request.compileValidationSchema(schema, 'body') as (data: unknown) => unknown;
  const verdict = validate(args);
  return verdict === true ? [] : (verdict as { error: readonly Finding[] }).error;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
