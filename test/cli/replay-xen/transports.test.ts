import { expect, it } from 'vitest';
import { TRANSPORTS } from '../../../src/cli/replay-xen/transports.js';

it.each(['exchange', 'stream'] as const)('makes %s, which keeps requests in mind, anew', (name) => {
  expect(TRANSPORTS[name]()).not.toBe(TRANSPORTS[name]());
});

it('has one way by the shared pages, where Xen keeps all in mind', () => {
  expect(TRANSPORTS.pages()).toBe(TRANSPORTS.pages());
});
