import { expect, it } from 'vitest';
import { DroppedConnection } from '../../../src/routes/faults/dropped-connection.js';

it('a dropped connection names the rule', () => {
  expect(new DroppedConnection(7).message).toBe('fault rule 7 drops the connection');
});
