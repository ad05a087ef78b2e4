import { afterAll, describe, expect, it } from 'vitest';
import { sharedFileOf } from '../../src/privcmd/frames-answer.js';
import { servedWorldOf } from '../../src/privcmd/served-world.js';
import { sharingMachine } from '../support/privcmd.js';

describe('what the connections to a world share', () => {
  const { world, domain, end } = sharingMachine();
  afterAll(end);
  const served = servedWorldOf(world);

  it('is one for each world', () => {
    expect(servedWorldOf(world)).toBe(served);
  });

  it('tells each device of its own ports, until it is closed', () => {
    const told: number[] = [];
    const { handle, device } = served.open(0, (port) => told.push(port));
    const port = device.call(1, domain.domid, 1);
    device.unmask(port);
    told.length = 0;
    domain.eventChannels.send(1);

    expect([told, served.device(handle)]).toEqual([[port], device]);
    served.close(handle);
    expect(served.device(handle)).toBeUndefined();
  });

  it('reclaims retired pages once no session is left', () => {
    const file = sharedFileOf(domain);
    const leave = served.join();
    const leaveToo = served.join();
    domain.machine.writablePage(domain.ram.frameBehind(2));
    const place = file.handOut(domain.ram.frameBehind(2));
    file.release(domain.ram.frameBehind(2), 1);
    leave();
    file.allocate(1);
    expect(file.handOut(1)).not.toBe(place);
    leaveToo();
    file.allocate(2);
    expect(file.handOut(2)).toBe(place);
  });
});
