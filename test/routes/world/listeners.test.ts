import { describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../src/hypervisor/index.js';
import { Listeners } from '../../../src/routes/world/listeners.js';

const created: HostEvent = { type: 'domain', domid: 1, change: 'created' };

describe('Listeners', () => {
  it('hear every event until they are taken off', () => {
    const listeners = new Listeners();
    const heard: string[] = [];
    const takeOff = listeners.add(({ type }) => heard.push(`first ${type}`));
    listeners.add(({ type }) => heard.push(`second ${type}`));

    listeners.hear(created);
    takeOff();
    listeners.hear(created);

    expect(heard).toEqual(['first domain', 'second domain', 'second domain']);
  });
});
