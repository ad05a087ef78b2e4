import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../src/cli/unreachable.js';

describe('Unreachable', () => {
  it('says where nobody answers, and what can be done', () => {
    const { message } = new Unreachable('http://127.0.0.1:1', 'ECONNREFUSED');

    expect(message).toMatch(/^nobody answers at http:\/\/127\.0\.0\.1:1 \(ECONNREFUSED\): .*--url/);
  });
});
