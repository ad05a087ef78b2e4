import { describe, expect, it } from 'vitest';
import { eptLevel, eptLevelOf } from '../../../src/routes/inspect/ept-entry-word.js';
import { EPT_LEVEL } from '../../../src/routes/openapi/examples.js';

describe('eptLevelOf', () => {
  it('takes an entry apart, as the example shows', () => {
    const step = { level: 0, index: 256, lo: 0x0110_0377, hi: 0x9c00_0000 };

    expect(eptLevel.encode(eptLevelOf(step, 'access_58'))).toEqual(EPT_LEVEL);
  });

  it('finds the access where the layout of the entry has it', () => {
    const step = { level: 0, index: 0, lo: 0x377, hi: 0xb800_0000 };

    expect(eptLevelOf(step, 'access_59').access).toBe('rwx');
  });
});
