import { COMPILERS } from '../../src/server/validation.js';

type Compile = (of: { schema: object; httpPart: string }) => (data: unknown) => unknown;

/** Whether a body is taken under a schema, as the service takes it. */
export function checked(schema: object, body: unknown): boolean {
  const compile = (COMPILERS as unknown as { buildValidator: () => Compile }).buildValidator();
  return compile({ schema, httpPart: 'body' })(structuredClone(body)) === true;
}
