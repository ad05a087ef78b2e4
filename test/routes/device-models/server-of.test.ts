import { describe, expect, it } from 'vitest';
import { serverOf } from '../../../src/routes/device-models/server-of.js';
import { addServer, errno, hostWithRam } from '../../support/host.js';

describe('serverOf', () => {
  it('finds the server, whoever its emulator is', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1);

    expect(serverOf(d1, server.id)).toBe(server);
  });

  it('answers ENOENT where there is none', () => {
    const { d1 } = hostWithRam(4);

    expect(() => serverOf(d1, 3)).toThrow(errno('ENOENT'));
  });
});
