import { describe, expect, it } from 'vitest';
import { stdvga } from '../../../../src/hypervisor/access/internal-devices/stdvga.js';
import { guestWithDevices } from '../../../support/devices.js';
import { preparedAccess } from '../../../support/guest.js';
import { addServer } from '../../../support/host.js';

const WINDOW = 0xa_0000;

function withServer(handleBufioreq: number) {
  const world = guestWithDevices();
  const server = addServer(world.host, world.d1, { handleBufioreq });
  server.ranges('memory').add(BigInt(WINDOW), BigInt(WINDOW + 0x1_ffff));
  return { ...world, server };
}

describe('stdvga', () => {
  it('puts a write into the ring, and the guest does not wait', () => {
    const { store, events } = withServer(1);

    expect(store(WINDOW + 8, 0x1234)).toMatchObject({ outcome: 'completed', ioreqs: [] });
    expect(events).toContainEqual(expect.objectContaining({ type: 'bufioreq' }));
  });

  it('leaves a write for which there is no ring to the server, and every read', () => {
    expect(withServer(0).store(WINDOW, 1)).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    expect(withServer(1).guest({ kind: 'read', gpa: WINDOW, size: 4 }).outcome).toBe('pending');
  });

  it('has nothing to read', () => {
    const access = preparedAccess(guestWithDevices());

    expect(stdvga.read(access, WINDOW, 1)).toBeUndefined();
  });

  it('leaves a write that nobody has to nobody', () => {
    expect(guestWithDevices().store(WINDOW, 1)).toMatchObject({ outcome: 'completed' });
  });

  it('is not for what reaches beyond it', () => {
    const { guest } = guestWithDevices();
    const access = guest({ kind: 'write', gpa: 0xb_fffe, size: 4, data: 1n });

    expect(access.outcome).toBe('completed');
  });
});
