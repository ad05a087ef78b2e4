import { expect, it } from 'vitest';
import { VERDICT, VERIFY } from '../../../src/routes/journal/examples.js';

it('each expectation of the example has its verdict', () => {
  expect(VERDICT.results).toHaveLength(VERIFY.expect.length);
});
