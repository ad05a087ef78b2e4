import { describe, expect, it } from 'vitest';
import { EMULATOR_ARGUMENTS } from '../../../src/cli/replay-xen/emulator-arguments.js';
import { HYPERCALLS } from '../../../src/cli/replay-xen/hypercalls.js';

describe('EMULATOR_ARGUMENTS', () => {
  it('are those of calls that the replayer knows', () => {
    const unknown = Object.keys(EMULATOR_ARGUMENTS).filter(
      (op) => !Object.hasOwn(HYPERCALLS, op.replace('emulator:', '')),
    );

    expect(unknown).toEqual([]);
  });
});
