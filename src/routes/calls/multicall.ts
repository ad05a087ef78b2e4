/** Many calls of any kind on any domain in one request: what each became, in order. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { XenError, type Journal } from '../../hypervisor/index.js';
import type { FieldErrors } from '../problems/field-errors.js';
import { formNamed } from '../forms/form-named.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { INTERFACES, type InterfaceName } from '../definition/interfaces.js';
import { issue, type Addressees } from './issue.js';
import { meanwhile } from '../journal/account.js';
import { noteUnknown } from '../journal/note-call.js';
import { MULTICALL } from './multicall-schema.js';
import { ownProblem, problemOf, type Problem } from '../problems/problem.js';
import { track } from '../world/tasks.js';
import type { Answer } from '../definition/teller.js';
import { Turn } from '../world/turn.js';
import { hostOf } from '../world/world-of.js';

const MOST_BYTES = 64 * 2 ** 20;
/** How many calls are made between two looks at the clock. */
const CALLS_A_LOOK = 64;

interface CallWire {
  readonly op: string;
  readonly domid: number;
  readonly args?: object;
  readonly caller?: number;
}

interface Multicall {
  Body: { readonly calls: readonly CallWire[] };
  Headers: { 'xen-caller-domid'?: number };
}

export function multicallRoutes(app: FastifyInstance, fieldErrors: FieldErrors): void {
  const known = new Map<string, Callable | undefined>();

  app.post<Multicall>(
    '/multicall',
    { bodyLimit: MOST_BYTES, schema: MULTICALL },
    async (request) => {
      const host = hostOf(request);
      const caller = request.headers['xen-caller-domid'];
      const callableFor = (op: string) => {
        if (!known.has(op)) known.set(op, callable(request, op));
        return known.get(op);
      };
      const one = (call: CallWire): Answer | Promise<Answer> => {
        const { args = {}, op } = call;
        const to = { host, caller: call.caller ?? caller, domid: call.domid };
        const found = callableFor(op);
        if (found === undefined) return unknown(op, to);
        const verdict = found.validate(args);
        if (verdict !== true) return invalid(fieldErrors(verdict.error), '/args');
        return answered(found.form, to, args);
      };
      return { results: await track(host, inOrder(request.body.calls, one, host.journal)) };
    },
  );
}

interface Callable {
  readonly form: HypercallForm;
  readonly validate: (args: object) => true | { readonly error: readonly never[] };
}

function callable(request: FastifyRequest, op: string): Callable | undefined {
  const form = formNamed(op);
  if (form === undefined) return undefined;
  const validate = request.compileValidationSchema(form.request.schema, 'body');
  return { form, validate: validate as unknown as Callable['validate'] };
}

/** Each after the one before it is done. */
async function inOrder(
  calls: readonly CallWire[],
  one: (call: CallWire) => Answer | Promise<Answer>,
  journal: Journal | undefined,
): Promise<Answer[]> {
  const results: Answer[] = [];
  const turn = new Turn();
  try {
    for (const call of calls) {
      const result = one(call);
      results.push(result instanceof Promise ? await meanwhile(journal, result) : result);
      if (results.length % CALLS_A_LOOK === 0 && turn.isOver())
        await meanwhile(journal, turn.renew());
    }
    return results;
  } finally {
    journal?.onBehalfOf(undefined);
  }
}

function answered(form: HypercallForm, to: Addressees, args: object): Answer | Promise<Answer> {
  try {
    const answer = issue(form, to, args);
    return answer instanceof Promise ? answer.catch(refused) : answer;
  } catch (error) {
    return refused(error);
  }
}

/** What Xen refuses has an errno, what we do a type of ours. */
function refused(error: unknown): Answer {
  const problem = error instanceof Error ? problemOf(error) : undefined;
  if (problem === undefined) throw error;
  const { rc, errno, type, title, detail } = problem;
  return errno === undefined ? { type, title, detail } : { rc, errno, detail };
}

/** An interface of Xen's refuses what it does not have by an errno. */
function unknown(op: string, to: Addressees): Answer {
  const [via = ''] = op.split('/', 1);
  if (!Object.hasOwn(INTERFACES, via))
    return invalid([{ pointer: '/op', detail: 'is no hypercall' }]);
  const name = via as InterfaceName;
  const error = new XenError(INTERFACES[name].noSuchOp, `there is no ${op}`);
  noteUnknown(to.host.journal, name, to, error);
  return refused(error);
}

function invalid(errors: NonNullable<Problem['errors']>, below = ''): Answer {
  const placed = errors.map(({ pointer, detail }) => ({ pointer: `${below}${pointer}`, detail }));
  const said = placed.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
  const { type, title, detail } = ownProblem('invalid-request', said);
  return { type, title, detail, errors: placed };
}
