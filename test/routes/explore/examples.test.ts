import { describe, expect, it } from 'vitest';
import { EXPLORED, REPLAYED } from '../../../src/routes/explore/examples.js';
import { exploreAnswer, replayAnswer } from '../../../src/routes/explore/explore-word.js';
import { checked } from '../../support/checked.js';

describe('the examples', () => {
  it('are answers that there could be', () => {
    expect(checked(exploreAnswer.answer, EXPLORED)).toBe(true);
    expect(checked(replayAnswer.answer, REPLAYED)).toBe(true);
  });
});
