/** What Ajv found, told to the caller: the field by JSON pointer (RFC 6901), and what is wrong with it. */

import type { ErrorObject } from 'ajv';
import { inWords } from './schema-in-words.js';

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
  type: ({ params }) => `must be ${[params['type']].flat().join(' or ')}`,
  enum: ({ params }) => `must be ${inWords({ enum: params['allowedValues'] })}`,
  anyOf: ({ schema }) => `must be ${inWords({ anyOf: schema })}`,
};

export function fieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  return withoutOtherBranches(errors).map((error) => ({
    pointer: pointerTo(error),
    detail: DETAILS[error.keyword]?.(error) ?? error.message ?? error.keyword,
  }));
}

function pointerTo({ instancePath, keyword, params }: ErrorObject): string {
  const parameter = FIELD_NAMED_BY[keyword];
  return parameter === undefined ? instancePath : `${instancePath}/${escaped(params[parameter])}`;
}

const escaped = (name: unknown) => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Of a choice that nothing fitted: what is wrong with the one branch that takes values of that type; if there is
 * none or more than one, what the choice is.
 */
function withoutOtherBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unsaid = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .flatMap((choice) => {
      const branches = branchesOf(choice, errors);
      const [meant, ...others] = branches.filter(takesTheType(choice));
      return meant === undefined || others.length > 0
        ? branches.flat()
        : [choice, ...branches.filter((branch) => branch !== meant).flat()];
    });
  return errors.filter((error) => !unsaid.includes(error));
}

function branchesOf({ schemaPath, schema }: ErrorObject, errors: readonly ErrorObject[]) {
  return (schema as object[]).map((_, n) =>
    errors.filter((error) => error.schemaPath.startsWith(`${schemaPath}/${String(n)}/`)),
  );
}

const takesTheType =
  ({ instancePath }: ErrorObject) =>
  (branch: readonly ErrorObject[]) =>
    !branch.some((error) => error.keyword === 'type' && error.instancePath === instancePath);
