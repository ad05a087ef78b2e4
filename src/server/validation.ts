/**
 * How what comes in is held against its schema. A URL is all text, so its numbers must be read as such; a body says
 * what it means, and is taken or refused as it is. A schema is compiled when it is first used, which keeps start-up
 * short; answers are not cut to their schema but proved against it by the tests.
 */

import { createRequire } from 'node:module';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';
import { SUCCESS } from '../routes/definition/teller.js';

/** Keywords that speak to the reader of the OpenAPI document alone. */
export const ANNOTATIONS = ['example', 'x-c'];

/** That a schema is a schema is proved by the tests; here it would take as long as all the rest. */
const COMMON: Options = {
  allErrors: true,
  verbose: true, // an error brings the schema that was not met, and so the words for it
  useDefaults: true,
  allowUnionTypes: true,
  validateSchema: false,
};

/** A validator is not asynchronous, so what it needs is loaded as CommonJS when the first one is made. */
const load = createRequire(import.meta.url);

const compilers = {
  url: lazily(() => annotated({ ...COMMON, coerceTypes: true })),
  body: lazily(() => annotated({ ...COMMON, coerceTypes: false })),
};

const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const compiler = compilers[httpPart === 'body' ? 'body' : 'url'];
  let validate: ValidateFunction | undefined;

  return (data: unknown) => {
    validate ??= compiler().compile(schema);
    return validate(data) || { error: validate.errors ?? [] };
  };
};

const SUCCESS_TEXT = JSON.stringify(SUCCESS);
const textOf = (answer: unknown) => (answer === SUCCESS ? SUCCESS_TEXT : JSON.stringify(answer));
const serializerCompiler = () => textOf;

/** Given to Fastify from the start, so that it does not load its own; its type knows the functions of Ajv alone. */
export const COMPILERS = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => serializerCompiler,
} as unknown as CompilersFactory;

type CompilersFactory = NonNullable<
  NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
>;

function annotated(options: Options): Ajv {
  const { Ajv: Validator } = load('ajv') as { Ajv: typeof Ajv };
  const ajv = new Validator(options);
  ajv.addVocabulary(ANNOTATIONS);
  return ajv;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
