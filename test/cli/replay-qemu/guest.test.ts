import { afterAll, expect, it } from 'vitest';
import { Guest } from '../../../src/cli/replay-qemu/guest.js';
import { sharingMachine } from '../../support/privcmd.js';
import { recordedRequest, recordedWrite } from '../../support/recorded-request.js';

const { domain, world, end } = sharingMachine();
afterAll(end);

it('does again what made requests come about, with what lay in its memory', async () => {
  const guest = new Guest(domain, world);
  const request = recordedRequest({
    type: 'copy',
    dir: 'write',
    addr: '0xa0000',
    data_is_ptr: 1,
    count: 2,
    df: 1,
    data: '0x9001',
    ptr_bytes: '0102',
  });

  expect((await guest.finished(guest.begin(request), 100))?.outcome).toBe('completed');
  expect(guest.bytesOf(request)).toBe('0102');
  expect(guest.lowestOf(request)).toBe(0x9000);
  expect(guest.write(recordedWrite()).settled).toBe(true);

  guest.begin(recordedRequest({ type: 'pci_config', addr: '0x1800000010', size: 4 }));
  expect(domain.pciCf8).toBe(0x8000_1810);
  expect(guest.tryMove({ at: 0, request: recordedWrite(), high: undefined })).toBe(true);
  expect(
    guest.tryMove({ at: 0, request: recordedRequest({ type: 'invalidate' }), high: undefined }),
  ).toBe(true);
});
