import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../../../console/src/views/map/type-token.js';

describe('tokenOf', () => {
  it('is named as the type is, and falls back to one for all others', () => {
    expect(tokenOf('ioreq_server')).toBe('--ioreq-server, var(--other-type)');
  });
});
