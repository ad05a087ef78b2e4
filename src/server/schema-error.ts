/** What Ajv found, told to the caller: the field by JSON pointer (RFC 6901), and what is wrong with it. */

import type { ErrorObject } from 'ajv';

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Keywords that speak of a field inside the object that failed, and the parameter that names it. */
const FIELD_NAMED_BY: Record<string, string> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
  dependentRequired: 'missingProperty',
  propertyNames: 'propertyName',
};

/** Where Ajv's own words leave out what the caller needs. */
const DETAILS: Record<string, (error: ErrorObject) => string> = {
  required: () => 'is missing',
  additionalProperties: () => 'is not a field of this request',
  enum: ({ params }) => `must be one of ${listOf(params['allowedValues'])}`,
  const: ({ params }) => `must be ${JSON.stringify(params['allowedValue'])}`,
};

export function fieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  return withoutBranches(errors).map((error) => ({
    pointer: pointerTo(error),
    detail: DETAILS[error.keyword]?.(error) ?? error.message ?? error.keyword,
  }));
}

function pointerTo({ instancePath, keyword, params }: ErrorObject): string {
  const parameter = FIELD_NAMED_BY[keyword];
  return parameter === undefined ? instancePath : `${instancePath}/${escaped(params[parameter])}`;
}

const escaped = (name: unknown) => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

const listOf = (values: unknown) =>
  Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';

/** Of a choice that nothing fitted, the choice itself speaks; what each of its branches lacked would only confuse. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter(
    ({ schemaPath }) => !choices.some((choice) => schemaPath.startsWith(`${choice.schemaPath}/`)),
  );
}
