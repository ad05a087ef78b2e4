import { describe, expect, it } from 'vitest';
import { KNOBS, PROFILE_NAMES, type Knob } from '../../src/hypervisor/profile-knobs.js';

describe('KNOBS', () => {
  const rows: [string, Knob][] = Object.entries(KNOBS);

  it.each(rows)('%s has a value that may be asked for in every profile', (_, row) => {
    expect(row.in).toHaveLength(PROFILE_NAMES.length);
    expect(row.in.filter((value) => !row.values.includes(value))).toEqual([]);
  });

  it.each(rows)('%s says what it does and where that is known from', (_, { what, source }) => {
    expect(what).toMatch(/^\S.*[^.]$/);
    expect(source).not.toBe('');
  });

  it.each(rows.filter(([, { source }]) => !source.startsWith('ours')))(
    '%s makes a difference',
    (_, row) => {
      expect(new Set(row.in).size).toBeGreaterThan(1);
    },
  );
});
