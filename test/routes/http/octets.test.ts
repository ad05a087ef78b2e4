import { describe, expect, it } from 'vitest';
import { octetsOf } from '../../../src/routes/http/octets.js';

describe('octetsOf', () => {
  it('is the bytes of a body, none where there is no body', () => {
    const bytes = Buffer.from([1, 2]);

    expect(octetsOf(bytes)).toBe(bytes);
    expect(octetsOf(null)).toHaveLength(0);
    expect(octetsOf(undefined)).toHaveLength(0);
  });

  it('is a refusal where the body is something else', () => {
    expect(() => octetsOf({ bytes: [1] })).toThrow('the body is to be application/octet-stream');
  });
});
