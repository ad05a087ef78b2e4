import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { accessAnswer } from '../../../src/routes/guest/access-word.js';
import { domainAnswer } from '../../../src/routes/domains/domain-word.js';
import { eptLevel } from '../../../src/routes/inspect/ept-entry-word.js';
import * as examples from '../../../src/routes/openapi/examples.js';

describe('the examples', () => {
  it.each([
    ['DOMAIN', domainAnswer, examples.DOMAIN],
    ['ACCESS_DONE', accessAnswer, examples.ACCESS_DONE],
    ['ACCESS_PENDING', accessAnswer, examples.ACCESS_PENDING],
    ['EPT_LEVEL', eptLevel, examples.EPT_LEVEL],
  ] as const)('%s is what is answered', (_, { answer }, example) => {
    expect(new Ajv2020({ strict: false }).validate(answer, example)).toBe(true);
  });
});
