/** The answers of the API, by operation, as the OpenAPI document that is committed has them. */

import type { operations } from '../../src/client/api.js';

type Answers<Name extends keyof operations> = operations[Name]['responses'];
type BodyOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? Body
  : never;

/** What an operation answers when all is well. */
export type Answer<Name extends keyof operations> =
  Answers<Name> extends { 200: infer Response }
    ? BodyOf<Response>
    : Answers<Name> extends { 201: infer Response }
      ? BodyOf<Response>
      : never;
