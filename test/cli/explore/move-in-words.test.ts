import { describe, expect, it } from 'vitest';
import { moveInWords } from '../../../src/cli/explore/move-in-words.js';

const STATE = { owner: 1, types: { '0x1': 'ioreq_server' } };

describe('moveInWords', () => {
  it('is the point alone where nothing is to be seen', () => {
    expect(moveInWords({ actor: 'dm', point: 'hypercall', trace: [] }, STATE)).toBe('hypercall');
  });

  it('tells what the guest met, but not each level of a walk', () => {
    const trace = [
      { step: 'ept_walk', level: 3 },
      { step: 'ept_violation', gpa: '0x1000' },
    ];

    expect(moveInWords({ actor: 'v', point: 'guest', trace }, STATE)).toBe(
      'guest; ept_violation 0x1000',
    );
  });

  it('tells what has changed, and how', () => {
    const state = { owner: null, types: { '0x1': 'ioreq_server' }, shutdown: 'crash' };

    expect(moveInWords({ actor: 'dm', point: 'p2m_lock', trace: [], state }, STATE)).toBe(
      'p2m_lock; owner: 1 → null; shutdown: nothing → crash',
    );
  });
});
