import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/index.js';
import {
  hostPanic,
  missingFields,
  ownProblem,
  problemOf,
} from '../../../src/routes/problems/problem.js';
import { PROBLEM_SCHEMA } from '../../../src/routes/problems/problem-schema.js';

describe('PROBLEM_SCHEMA', () => {
  it.each([
    problemOf(new XenError('EINVAL', 'no')),
    ownProblem('vcpu-busy', 'no'),
    missingFields(['gpa']),
    hostPanic('no'),
  ])('tells all that $type says', (problem) => {
    const strict = { ...PROBLEM_SCHEMA, additionalProperties: false };

    expect(new Ajv().validate(strict, { ...problem, instance: 'urn:fakexen:request:1' })).toBe(
      true,
    );
  });
});
