import { describe, expect, it } from 'vitest';
import { accessBody, accessRequestOf } from '../../../src/routes/guest/access-word.js';
import { type ProblemError } from '../../../src/routes/problems/problem.js';

describe('accessRequestOf', () => {
  it('is what the body says, without what is ours', () => {
    const body = accessBody.decode({ kind: 'write', gpa: '0x1000', data: '0x2a', gla: null });

    expect(accessRequestOf(body)).toMatchObject({
      vcpu: 0,
      kind: 'write',
      gpa: 0x1000,
      data: 42n,
      gla: null,
    });
    expect(accessRequestOf(body)).not.toHaveProperty('trace');
  });

  // prettier-ignore
  it.each([
    ['read',     {},             ['/gpa']],
    ['in',       { gpa: 0 },     ['/port']],
    ['rep_movs', { port: 1 },    ['/gpa', '/source']],
    ['rep_outs', { gpa: 0 },     ['/port']],
    ['exec',     { gpa: 0 },     []],
  ] as const)('misses of %s what it cannot do without', (kind, operands, missing) => {
    const body = accessBody.decode({ kind, ...operands });
    let errors: readonly { pointer: string }[] = [];
    try {
      accessRequestOf(body);
    } catch (error) {
      errors = (error as ProblemError).problem.errors ?? [];
    }

    expect(errors.map(({ pointer }) => pointer)).toEqual(missing);
  });
});
