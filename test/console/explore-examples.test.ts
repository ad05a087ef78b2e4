import { expect, it } from 'vitest';
import { readExamples } from '../../console/explore-examples.js';

it('reads every argument of the thread, with what there is to see', () => {
  const examples = readExamples();

  expect(examples.map(({ name }) => name[0]).join('')).toBe('abcdefghij');
  for (const { name, about } of examples)
    expect(about).toMatch(new RegExp(`^\\(${name[0]}\\) \\S.+\\.$`));
  expect(examples[0]?.program).toHaveProperty(['actors', 'vcpu0']);
});
