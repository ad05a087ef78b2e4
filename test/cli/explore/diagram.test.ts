import { describe, expect, it } from 'vitest';
import { lanes, mermaid } from '../../../src/cli/explore/diagram.js';

const NOTES = [
  { actor: 'dm', text: 'p2m_lock; owner: 1 → null' },
  { actor: 'vcpu0', text: 'guest' },
];

describe('lanes', () => {
  it('has a lane for each actor, and time running downwards', () => {
    expect(lanes(['vcpu0', 'dm'], NOTES).split('\n')).toEqual([
      'vcpu0  dm',
      '|      p2m_lock; owner: 1 → null',
      'guest  |',
    ]);
  });

  it('wraps what is too long for its lane', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve';

    expect(lanes(['a', 'b'], [{ actor: 'a', text: words }]).split('\n')).toEqual([
      `a${' '.repeat(47)}b`,
      `one two three four five six seven eight nine${' '.repeat(4)}|`,
      ` ten eleven twelve${' '.repeat(30)}|`,
    ]);
  });
});

describe('mermaid', () => {
  it('is a sequence diagram of Mermaid', () => {
    expect(mermaid(['vcpu0', 'dm'], NOTES).split('\n')).toEqual([
      'sequenceDiagram',
      '  participant vcpu0',
      '  participant dm',
      '  Note over dm: p2m_lock, owner: 1 → null',
      '  Note over vcpu0: guest',
    ]);
  });
});
