/**
 * What a host begins with and goes back to: a snapshot, or a list of domains, each as it may be posted to `/domains`.
 * It is looked at as a whole first: one that is wrong changes nothing.
 */

import type { FastifyRequest } from 'fastify';
import { Host, XenError, type HostSettings } from '../../hypervisor/index.js';
import { domainBody, domainSpecOf } from '../domains/domain-word.js';
import type { FieldErrors } from '../problems/field-errors.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import type { Restored, Seed } from '../world/served-host.js';
import { JSON_FORM } from '../snapshot/json-form.js';
import { restored } from '../snapshot/world-document.js';
import { verbatim } from '../wire/word.js';

export const SEED = verbatim<Seed>({
  type: 'object',
  description: 'A snapshot, or `{ "domains": [ … ] }`, each as in `POST /domains`.',
  additionalProperties: true,
});

/** Holds each domain of a seed against the schema of `POST /domains`. */
export type CheckDomain = (domain: unknown) => ReturnType<FieldErrors>;

export const domainCheckOf =
  (request: FastifyRequest, fieldErrors: FieldErrors): CheckDomain =>
  (domain) => {
    const validate = request.compileValidationSchema(domainBody.schema, 'body') as unknown as (
      data: unknown,
    ) => true | { readonly error: readonly never[] };
    const verdict = validate(domain);
    return verdict === true ? [] : fieldErrors(verdict.error);
  };

/** A host as its seed says; `settings` are those of one that no snapshot describes. */
export async function seeded(
  seed: Seed | undefined,
  settings: HostSettings,
  check: CheckDomain,
): Promise<Restored> {
  if (seed === undefined) return { host: new Host(settings), furnish: () => undefined };
  if (!isList(seed)) return restored(seed, JSON_FORM, settings);

  const domains = domainsOf(seed);
  const errors = domains.flatMap((domain, index) =>
    check(domain).map(({ pointer, detail }) => ({ pointer: `${at(index)}${pointer}`, detail })),
  );
  if (errors.length > 0) throw invalid(errors);
  const host = new Host(settings);
  domains.forEach((domain, index) => {
    create(host, domain, at(index));
  });
  return { host, furnish: () => undefined };
}

const at = (index: number) => `/domains/${index}`;

/** A snapshot says of what format it is. */
const isList = (seed: Seed): boolean =>
  'domains' in seed || !('version' in seed || 'format' in seed);

function domainsOf(seed: Seed): readonly unknown[] {
  const { domains, ...rest } = seed;
  const [surplus] = Object.keys(rest);
  if (surplus !== undefined)
    throw invalid([{ pointer: `/${surplus}`, detail: 'is not known: there is domains alone' }]);
  if (Array.isArray(domains)) return domains;
  throw invalid([{ pointer: '/domains', detail: 'must be a list' }]);
}

function create(host: Host, domain: unknown, pointer: string): void {
  try {
    host.createDomain(domainSpecOf(domainBody.decode(domain)));
  } catch (error) {
    if (!(error instanceof XenError)) throw error;
    throw invalid([{ pointer, detail: `cannot be created: ${error.message} (${error.errno})` }]);
  }
}

function invalid(errors: { readonly pointer: string; readonly detail: string }[]): ProblemError {
  const detail = errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
  return new ProblemError({ ...ownProblem('broken-seed', detail), errors });
}
