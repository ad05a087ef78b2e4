import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../src/server/schema-error.js';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

const found = (schema: object, data: unknown) => {
  const validate = ajv.compile(schema);
  validate(data);
  return fieldErrors(validate.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
};

describe('fieldErrors', () => {
  const range = {
    type: 'object',
    properties: { first: { type: 'integer' }, type: { enum: ['port', 'memory', 0] } },
    required: ['first'],
    additionalProperties: false,
  };

  // prettier-ignore
  it.each([
    ['a value of another type', { first: 'x' },                 ['/first: must be integer']],
    ['a field that is missing', {},                             ['/first: is missing']],
    ['an unknown field',        { first: 1, pad: 0 },           ['/pad: is not a field of this request']],
    ['a name that needs care',  { first: 1, 'a/b~c': 0 },       ['/a~1b~0c: is not a field of this request']],
    ['a value out of a list',   { first: 1, type: 'pci' },      ['/type: must be one of "port", "memory", 0']],
    ['another kind of body',    [],                             [': must be object']],
    ['every fault at once',     { type: 1, pad: 0 },            ['/first: is missing', '/pad: is not a field of this request', '/type: must be one of "port", "memory", 0']],
  ])('points at %s', (_, data, errors) => {
    expect(found(range, data)).toEqual(errors);
  });

  it('points into lists', () => {
    expect(found({ type: 'array', items: range }, [{ first: 1 }, { first: null }])).toEqual([
      '/1/first: must be integer',
    ]);
  });

  it('says of a choice that nothing fitted, not what each branch lacked', () => {
    const choice = { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^0x' }] };

    expect(found({ type: 'object', properties: { gfn: choice } }, { gfn: true })).toEqual([
      '/gfn: must match a schema in anyOf',
    ]);
  });
});
