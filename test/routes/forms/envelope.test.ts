import { describe, expect, it } from 'vitest';
import { withEnvelope } from '../../../src/routes/forms/envelope.js';

describe('withEnvelope', () => {
  it('adds what each era refuses before it looks at what is asked', () => {
    expect(Object.keys(withEnvelope('hvmop', 'dm', false, {})).toSorted()).toEqual([
      'EINVAL',
      'ENOSYS',
      'EPERM',
      'ESRCH',
    ]);
    expect(Object.keys(withEnvelope('dmop', 'target', false, {}))).toContain('EOPNOTSUPP');
  });

  it('says of a hypercall about oneself that it is not about others', () => {
    expect(Object.keys(withEnvelope('hvmop', 'own', false, {}))).toContain('EOPNOTSUPP');
    expect(Object.keys(withEnvelope('hvmop', 'hvm_target', false, {}))).not.toContain('EOPNOTSUPP');
  });

  it('puts reasons of one errno one after the other', () => {
    const { EINVAL } = withEnvelope('dmop', 'dm', true, { EINVAL: 'It is too small.' });

    expect(EINVAL).toBe('The domain is not HVM. A reserved field is not 0. It is too small.');
  });
});
