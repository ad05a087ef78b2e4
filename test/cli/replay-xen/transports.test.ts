import { expect, it } from 'vitest';
import { TRANSPORTS } from '../../../src/cli/replay-xen/transports.js';

it('makes a device model that keeps requests in mind anew for each world', () => {
  expect(TRANSPORTS.exchange()).not.toBe(TRANSPORTS.exchange());
});
