import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { stdvga } from '../../../../src/hypervisor/access/internal-devices/stdvga.js';
import { takeBuffered } from '../../../../src/hypervisor/ioreq/bufioreq.js';
import { guestWithDevices } from '../../../support/devices.js';
import { preparedAccess } from '../../../support/guest.js';
import { addServer } from '../../../support/host.js';

const WINDOW = 0xa_0000;
const [WRITE, READ] = [0, 1] as const;
const COPY = 1;

function withServer(handleBufioreq: number) {
  const world = guestWithDevices();
  const server = addServer(world.host, world.d1, { handleBufioreq });
  server.ranges('memory').add(BigInt(WINDOW), BigInt(WINDOW + 0x1_ffff));
  return { ...world, server };
}

describe('stdvga', () => {
  it('puts a write into the ring, and the guest does not wait', () => {
    const { store, events, server } = withServer(1);

    expect(store(WINDOW + 8, 0x1234)).toMatchObject({ outcome: 'completed', ioreqs: [] });
    expect(events).toContainEqual(expect.objectContaining({ type: 'bufioreq' }));
    expect(takeBuffered(server, 9)).toMatchObject([
      { type: COPY, dir: WRITE, addr: WINDOW + 8, size: 4, data: 0x1234n },
    ]);
  });

  it('leaves a write for which there is no ring to the server, and every read', () => {
    expect(withServer(0).store(WINDOW, 1)).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    expect(withServer(1).guest({ kind: 'read', gpa: WINDOW, size: 4 }).outcome).toBe('pending');
  });

  // prettier-ignore
  it.each([
    // request                                             is it for the ring
    [{ addr: WINDOW, size: 8 },                            true],
    [{ addr: WINDOW + 0x1_fffc, size: 4 },                 true],
    [{ addr: WINDOW + 0x1_fffd, size: 4 },                 false],
    [{ addr: WINDOW - 1, size: 2 },                        false],
    [{ addr: WINDOW, size: 4, dir: READ },                 false],
    [{ addr: WINDOW, size: 4, count: 2 },                  false],
    [{ addr: WINDOW, size: 4, dataIsPtr: true },           false],
  ] as const)('of %o: %s', (request, accepts) => {
    const ioreq = newIoreq({ type: COPY, dir: WRITE, count: 1, ...request });

    expect(stdvga.accepts(guestWithDevices().d1, ioreq)).toBe(accepts);
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
