import { expect, it } from 'vitest';
import { replayWith } from '../../../src/cli/replay-qemu/with-device-model.js';

it('says what the device model said if it does not come up', async () => {
  const recorded = { argv: ['qemu', 'no', 'luck'], records: [] };
  const deviceModel = { program: '/bin/echo', shim: '' };

  await expect(replayWith(recorded, 'test/golden/qemu/x.jsonl', deviceModel)).rejects.toThrow(
    /the device model: it ended with 0\n.*no luck/,
  );
});
