import { expect, it } from 'vitest';
import { readExamples } from '../../console/explore-examples.js';
import { textOf } from '../../console/program-text.js';

it.each(readExamples())(
  '$name is the same program as text, in lines of a usual width',
  (example) => {
    const text = textOf(example.program);

    expect(JSON.parse(text)).toEqual(example.program);
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(130);
  },
);
