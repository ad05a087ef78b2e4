import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../src/hypervisor/snapshot/event-channel-state.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again, refusal, written } from '../../support/written.js';

describe('CHANNELS', () => {
  it('are every port and its state', () => {
    const { host, d1, dom0 } = hostWithRam(1, { vcpus: 2 });
    const server = addServer(host, d1);
    dom0.eventChannels.bindInterdomain(1, server.requests.portOf(1));
    dom0.eventChannels.mask(1);
    const other = hostWithRam(1).dom0.eventChannels;

    for (const channels of [d1.eventChannels, dom0.eventChannels])
      expect(again(CHANNELS, channels.save())).toEqual(channels.save());
    other.restore(again(CHANNELS, dom0.eventChannels.save()));
    expect(other.status(1)).toMatchObject({ state: 'interdomain', pending: true, masked: true });
  });

  it('refuses a state that there is not', () => {
    const data = written(CHANNELS, hostWithRam(1).d1.eventChannels.save()) as {
      channels: object[];
    };

    const wrong = { ...data, channels: [{ ...data.channels[0], state: 'virq' }] };
    expect(refusal(CHANNELS, wrong)).toMatch('/channels/0/state must be one of free');
  });
});
