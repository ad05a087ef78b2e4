/** What OpenAPI and Ajv are told of one operation, from its parts. */

import type { FastifySchema } from 'fastify';
import type { Errno } from '../../hypervisor/index.js';
import {
  hostPanic,
  ownProblem,
  ownStatusOf,
  problemOfErrno,
  statusOf,
  type OwnProblem,
  type Problem,
} from '../problems/problem.js';
import type { AnyStruct } from '../wire/struct.js';
import type { Tag } from './tags.js';
import type { JsonSchema } from '../wire/word.js';

export interface Answer {
  readonly description: string;
  /** Left out where the answer has no body. */
  readonly schema?: JsonSchema;
  /** JSON, if not said; or one of these. */
  readonly mediaType?: string | readonly string[];
  /** What it may be instead of JSON, to those that ask for it. */
  readonly orAs?: Readonly<Record<string, { schema: JsonSchema; example: unknown }>>;
  readonly example?: unknown;
  readonly headers?: Readonly<Record<string, JsonSchema>>;
}

export interface Operation {
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly params?: AnyStruct;
  readonly query?: AnyStruct;
  readonly headers?: AnyStruct;
  readonly body?: JsonSchema;
  /** What the body is, if not JSON; one of these. */
  readonly bodyType?: string | readonly string[];
  /** A body that does something useful on the host that `npm start` seeds. */
  readonly example?: unknown;
  readonly answers: Readonly<Record<number, Answer>>;
  readonly errnos?: Errnos;
  readonly problems?: Partial<Record<OwnProblem, string>>;
  /** What would take a real host down, and is refused. */
  readonly hazard?: string | undefined;
  /** Further keywords, `x-…`. */
  readonly extensions?: Readonly<Record<`x-${string}`, unknown>>;
}

/** Each errno that may come back, and when. */
export type Errnos = Partial<Record<Errno, string>>;

export function schemaOf(operation: Operation): FastifySchema {
  const { id, tag, summary, description, params, query, headers, body } = operation;
  return {
    operationId: id,
    summary,
    description,
    tags: [tag],
    ...operation.extensions,
    ...(params !== undefined && { params: params.schema }),
    ...(query !== undefined && { querystring: query.schema }),
    ...(headers !== undefined && { headers: headersSchemaOf(headers) }),
    ...(body !== undefined && { body: bodyOf(body, operation) }),
    response: { ...answerRows(operation.answers), ...problemRows(operation) },
  };
}

const bodyOf = (schema: JsonSchema, { bodyType, example }: Operation) =>
  bodyType === undefined
    ? { ...schema, examples: [example] }
    : { content: eachAs(bodyType, { schema: { ...schema, examples: [example] } }) };

const eachAs = (types: string | readonly string[], media: object) =>
  Object.fromEntries([types].flat().map((type) => [type, media]));

/** Every request has more headers than those that we read. */
export const headersSchemaOf = ({ schema }: AnyStruct): JsonSchema => ({
  ...schema,
  additionalProperties: true,
});

const answerRows = (answers: Operation['answers']) =>
  Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, rowOf(answer)]));

function rowOf({ description, schema, mediaType, orAs, example, headers }: Answer) {
  const common = { description, ...(headers !== undefined && { headers }) };
  if (schema === undefined) return { ...common, type: 'null' };
  if (mediaType !== undefined)
    return { ...common, content: eachAs(mediaType, { schema, example }) };
  if (orAs !== undefined) {
    const json = { schema: { ...schema, description, examples: [example] } };
    return { ...common, content: { 'application/json': json, ...orAs } };
  }
  return { ...schema, ...common, ...(example !== undefined && { examples: [example] }) };
}

interface ProblemRow {
  readonly name: string;
  readonly when: string;
  readonly problem: Problem;
}

/** One row a status, in which every errno that has it says its reason and shows its body. */
function problemRows({ errnos = {}, problems = {}, hazard }: Operation) {
  const rows = new Map<number, ProblemRow[]>([[400, [INVALID_REQUEST]]]);
  const add = (status: number, row: ProblemRow) =>
    rows.set(status, [...(rows.get(status) ?? []), row]);

  for (const [errno, when] of Object.entries(errnos) as [Errno, string][])
    add(statusOf(errno), { name: errno, when, problem: problemOfErrno(errno, when) });
  for (const [name, when] of Object.entries(problems) as [OwnProblem, string][])
    add(ownStatusOf(name), { name, when, problem: ownProblem(name, when) });
  if (hazard !== undefined) {
    const problem = hostPanic(hazard);
    add(problem.status, { name: 'host_panic', when: hazard, problem });
  }

  return Object.fromEntries([...rows].map(([status, of]) => [status, problemRow(of)]));
}

const problemRow = (rows: readonly ProblemRow[]) => ({
  description: rows.map(({ name, when }) => `\`${name}\`: ${when}`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { $ref: 'Problem#' },
      examples: Object.fromEntries(
        rows.map(({ name, when, problem }) => [name, { summary: when, value: problem }]),
      ),
    },
  },
});

const INVALID_REQUEST: ProblemRow = {
  name: 'invalid-request',
  when: 'The request does not fit its schema: `errors` points at each field that does not.',
  problem: ownProblem('invalid-request', 'body /nr must be integer'),
};
