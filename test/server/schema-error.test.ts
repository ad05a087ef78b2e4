import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../src/server/schema-error.js';

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });

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

  describe('of a choice that nothing fitted', () => {
    const number = { type: 'integer', minimum: 0, maximum: 255 };
    const names = { type: 'string', enum: ['read', 'write'] };
    const schema = {
      type: 'object',
      properties: {
        type: { anyOf: [names, number] },
        flags: { anyOf: [{ type: 'array', items: names }, number] },
        gfn: { type: ['string', 'integer'] },
      },
    };

    // prettier-ignore
    it.each([
      ['what it is, for another type',      { type: true },        ['/type: must be one of "read", "write", or integer from 0 to 255']],
      ['what is wrong with the name',       { type: 'raed' },      ['/type: must be one of "read", "write"']],
      ['what is wrong with the number',     { type: 256 },         ['/type: must be <= 255']],
      ['what is wrong with what is inside', { flags: ['raed'] },   ['/flags/0: must be one of "read", "write"']],
      ['which types there are',             { gfn: null },         ['/gfn: must be string or integer']],
    ])('says %s', (_, data, errors) => {
      expect(found(schema, data)).toEqual(errors);
    });
  });
});
