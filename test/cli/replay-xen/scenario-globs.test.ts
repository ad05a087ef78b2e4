import { expect, it } from 'vitest';
import { choosing } from '../../../src/cli/replay-xen/scenario-globs.js';

const NAMES = ['g_pci', 'g_port_basic', 'l_stuck', 'rc_pod', 'smoke'];
const chosen = (globs?: string) => NAMES.filter(choosing(globs));

// prettier-ignore
it.each([
  [undefined,       NAMES],
  ['g_*, l_*',      ['g_pci', 'g_port_basic', 'l_stuck']],
  ['smoke',         ['smoke']],
  ['*_po*',         ['g_port_basic', 'rc_pod']],
  ['smok.',         []],
])('%s chooses', (globs, names) => {
  expect(chosen(globs)).toEqual(names);
});
