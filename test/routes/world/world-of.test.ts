import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ServedHost } from '../../../src/routes/world/served-host.js';
import { address, hostOf, worldOf } from '../../../src/routes/world/world-of.js';

const messageTo = (host?: ServedHost) => {
  const raw = {} as IncomingMessage;
  if (host !== undefined) address(raw, host);
  return { raw };
};

describe('worldOf', () => {
  it('gives the world of the host to which the message is addressed', () => {
    const host = new Host();
    const served = new ServedHost('h', host);

    expect(worldOf(messageTo(served))).toBe(served.world);
    expect(hostOf(messageTo(served))).toBe(host);
  });

  it('knows no world of a message without an address', () => {
    expect(() => worldOf(messageTo())).toThrow('without its host');
  });
});
