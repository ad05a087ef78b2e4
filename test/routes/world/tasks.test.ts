import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { atRest, track } from '../../../src/routes/world/tasks.js';

describe('atRest', () => {
  it('waits for the calls on that host, those that come meanwhile too', async () => {
    const host = new Host();
    const order: string[] = [];
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = track(
      host,
      turn().then(() => {
        order.push('first');
        void track(
          host,
          turn().then(() => order.push('second')),
        );
      }),
    );
    void track(new Host(), new Promise(() => undefined));

    await atRest(host);
    order.push('at rest');
    await first;

    expect(order).toEqual(['first', 'second', 'at rest']);
  });

  it('does not mind how they end', async () => {
    const host = new Host();
    const call = track(host, Promise.reject(new Error('refused')));

    await expect(call).rejects.toThrow('refused');
    await expect(atRest(host)).resolves.toBeUndefined();
  });
});
