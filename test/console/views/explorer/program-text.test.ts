import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../../console/explore-examples.js';
import { programIn, textOf } from '../../../../console/src/views/explorer/program-text.js';

describe('textOf', () => {
  it.each(readExamples())(
    '$name is the same program as text, in lines of a usual width',
    ({ program }) => {
      const text = textOf(program);

      expect(programIn(text)).toEqual(program);
      for (const line of text.split('\n')) expect(line.length).toBeLessThan(130);
    },
  );
});

describe('programIn', () => {
  it('refuses what has no actors, or is no JSON', () => {
    expect(() => programIn('null')).toThrow('no "actors"');
    expect(() => programIn('{}')).toThrow('no "actors"');
    expect(() => programIn('domain: 4')).toThrow(SyntaxError);
  });
});
