import { describe, expect, it } from 'vitest';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, errno, hostWithRam } from '../../support/host.js';

describe('set_ioreq_server_state', () => {
  it('enables and disables, and tells it', () => {
    const { host, d1, dom0, events } = hostWithRam(4);
    const server = addServer(host, d1, { enabled: false });

    runTask(setIoreqServerState(d1, dom0, server.id, true));
    expect(server.enabled).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'ioreq_servers' });
    runTask(setIoreqServerState(d1, dom0, server.id, false));

    expect(server.enabled).toBe(false);
  });

  it('answers ENOENT, then EPERM, and pauses only what it has found', () => {
    const { host, d1, dom0 } = hostWithRam(4);
    addServer(host, d1);

    expect(() => {
      runTask(setIoreqServerState(d1, dom0, 3, true));
    }).toThrow(errno('ENOENT'));
    expect(() => {
      runTask(setIoreqServerState(d1, { domid: 2 }, 0, true));
    }).toThrow(errno('EPERM'));
    expect(d1.pauseCount).toBe(0);

    const task = setIoreqServerState(d1, dom0, 0, true);
    expect([task.next(false).value, task.next(false).value]).toEqual([
      expect.objectContaining({ point: 'ioreq_server_lock' }),
      'domain_pause',
    ]);
    expect(task.next(false).done).toBe(true);
  });
});
