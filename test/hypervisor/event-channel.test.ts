import { expect, it } from 'vitest';
import { FREE, isInUse } from '../../src/hypervisor/event-channel.js';

it.each([
  ['free', false],
  ['reserved', false],
  ['unbound', true],
  ['interdomain', true],
] as const)('a port that is %s is in use: %s', (state, expected) => {
  expect(isInUse({ ...FREE, state })).toBe(expected);
});
