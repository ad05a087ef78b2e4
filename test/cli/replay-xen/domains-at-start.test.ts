import { describe, expect, it } from 'vitest';
import { memTypeOf } from '../../../src/cli/replay-xen/hypercalls.js';
import { worldOf } from '../../support/replay.js';

const byEmulator = { scenario: 'sf_x', step: 1, op: 'emulator:nr_vcpus' };

describe('the domains that a scenario begins with', () => {
  it('are the one that it is about, paused, and its emulator where it has one', async () => {
    const world = await worldOf('sf_x', { steps: [byEmulator] });
    const { answer } = await world.service.send('GET', '/domains');

    expect(answer['domains']).toMatchObject([
      { domid: 1, vcpus: 1, controller_pause_count: 1, emulation: 'full' },
      { domid: 2, controller_pause_count: 0 },
    ]);
    expect((await world.send('POST', '/domctl/getdomaininfo', {})).answer).toMatchObject({
      tot_pages: '0x840',
      max_pages: '0x4000',
    });
  });

  it('have what the recorder had put there', async () => {
    expect((await (await worldOf('sf_buffer_sizes')).send('GET', '/ioreq-servers/0')).status).toBe(
      200,
    );
    expect(await memTypeOf(await worldOf('sf_pages_bufioreq_x'), 0xbf)).toBe('mmio_dm');
    expect(await (await worldOf('sf_x')).readRam(0x2_0000, 2)).toEqual(Buffer.of(0, 0));
    expect(await (await worldOf('g_x')).readRam(0x2_0000, 2)).toEqual(Buffer.of(0x51, 0x56));
  });
});
