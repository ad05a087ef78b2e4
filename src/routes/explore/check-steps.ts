/** Holds every step of an exploration against what its own route would want, before anything is made. */

import type { FastifyRequest } from 'fastify';
import { formNamed } from '../forms/form-named.js';
import { accessBody, accessRequestOf } from '../guest/access-word.js';
import { invalidFields, ProblemError } from '../problems/problem.js';
import { escaped } from './pointer.js';

interface StepWire {
  readonly op?: string;
  readonly args?: object;
  readonly guest?: object;
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

function check(request: FastifyRequest, step: StepWire, pointer: string): void {
  const { op, args = {}, guest } = step;
  if (guest !== undefined) checkAccess(guest, `${pointer}/guest`);
  if (op === undefined) return;
  const form = formNamed(op);
  if (form === undefined)
    throw new ProblemError(
      invalidFields([{ pointer: `${pointer}/op`, detail: 'is no hypercall' }]),
    );
  const findings = findingsOf(request, form.request.schema, args);
  if (findings.length === 0) return;
  const validation = findings.map((finding) => ({
    ...finding,
    instancePath: `${pointer}/args${finding.instancePath}`,
  }));
  throw Object.assign(new Error('arguments do not fit'), { validation, validationContext: 'body' });
}

/** The operands that its kind makes necessary. */
function checkAccess(guest: object, pointer: string): void {
  try {
    accessRequestOf(accessBody.decode(guest));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const errors = (error.problem.errors ?? []).map((one) => ({
      ...one,
      pointer: `${pointer}${one.pointer}`,
    }));
    throw new ProblemError(invalidFields(errors));
  }
}

function findingsOf(request: FastifyRequest, schema: object, args: object): readonly Finding[] {
  const validate = request.compileValidationSchema(schema, 'body') as (data: unknown) => unknown;
  const verdict = validate(args);
  return verdict === true ? [] : (verdict as { error: readonly Finding[] }).error;
}
