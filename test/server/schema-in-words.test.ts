import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/server/schema-in-words.js';

const names = { type: 'string', enum: ['port', 'memory'] };
const number = { type: 'integer', minimum: 0, maximum: 255 };

describe('inWords', () => {
  // prettier-ignore
  it.each([
    [{ type: 'boolean' },               'boolean'],
    [{ type: ['string', 'null'] },      'string or null'],
    [number,                            'integer from 0 to 255'],
    [names,                             'one of "port", "memory"'],
    [{ type: 'array', items: names },   'a list, each one of "port", "memory"'],
    [{ anyOf: [names, number] },        'one of "port", "memory", or integer from 0 to 255'],
    [{},                                'something else'],
  ])('says of %j: %s', (schema, words) => {
    expect(inWords(schema)).toBe(words);
  });
});
