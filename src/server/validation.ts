/**
 * How what comes in is held against its schema. A URL is all text, so its numbers must be read as such; a body says
 * what it means, and is taken or refused as it is. A schema is compiled when it is first used, which keeps start-up
 * short; answers are not cut to their schema but proved against it by the tests.
 */

import { Ajv, type Options, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';

/** Keywords that speak to the reader of the OpenAPI document alone. */
const ANNOTATIONS = ['example', 'x-c'];

/** The texts of errors are made from `parentSchema` and `data` too. */
const COMMON: Options = {
  allErrors: true,
  verbose: true,
  useDefaults: true,
  allowUnionTypes: true,
};

const compilers = {
  url: lazily(() => annotated({ ...COMMON, coerceTypes: true })),
  body: lazily(() => annotated({ ...COMMON, coerceTypes: false })),
};

export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const compiler = compilers[httpPart === 'body' ? 'body' : 'url'];
  const validate = lazily((): ValidateFunction => compiler().compile(schema));

  return (data: unknown) => validate()(data) || { error: validate().errors ?? [] };
};

export const serializerCompiler = () => JSON.stringify;

function annotated(options: Options): Ajv {
  const ajv = new Ajv(options);
  ajv.addVocabulary(ANNOTATIONS);
  return ajv;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
