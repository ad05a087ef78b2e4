import { describe, expect, it } from 'vitest';
import { RecordedWorld } from '../../../src/cli/replay-xen/recorded-world.js';
import { TRANSPORTS } from '../../../src/cli/replay-xen/transports.js';
import { addServerA, replayService, worldOf } from '../../support/replay.js';

const describe_ = async (world: RecordedWorld) => (await world.demand('GET', '')).answer;

describe('RecordedWorld', () => {
  it('has a fresh domain of the recorded layout, with two pages filled', async () => {
    const world = await worldOf('l_test', { version: '4.22' });

    expect(await describe_(world)).toMatchObject({
      domid: 1,
      profile: '4.22',
      vcpus: 1,
      emulation: 'full',
      max_mapped_gfn: '0x93f',
    });
    expect([...(await world.readRam(0x40_0000, 2))!]).toEqual([3, 10]);
    expect(await world.readRam(0x80_0000, 1)).toBeUndefined();
    expect(await world.writeRam({ gpa: 0x80_0000, bytes: Uint8Array.of(1) })).toBe(false);
  });

  // prettier-ignore
  it.each([
    ['g_port_pvh_like', { emulation: 'lapic' }],
    ['rc_two_vcpus',    { vcpus: 2 }],
  ])('is as scenario %s needs it', async (scenario, properties) => {
    expect(await describe_(await worldOf(scenario))).toMatchObject(properties);
  });

  it('has special pages, page tables and an emulator domain where they are needed', async () => {
    const frames = await worldOf('rc_frames_gfn');
    await frames.demand('POST', '/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    const { answer } = await frames.demand('POST', '/dmop/get_ioreq_server_info', { id: 0 });
    expect(answer.ioreq_gfn).toBe('0x930');

    const paged = await worldOf('g_paged_scattered');
    expect(paged.isPaged).toBe(true);
    expect([...(await paged.readRam(0x1_5000, 2))!]).toEqual([0x03, 0x60]);

    const steps = [{ scenario: 's', step: 0, op: 'stubdom:nr_vcpus' }];
    const { service, emulatorDomid } = await worldOf('rc_two', { steps });
    expect((await service.send('GET', `/domains/${emulatorDomid}`)).status).toBe(200);
  });

  it('takes the domains of the last one away', async () => {
    const service = await replayService();
    const spec = { scenario: 's', version: '4.17', steps: [], transport: TRANSPORTS.exchange };
    await (await RecordedWorld.make(service, spec)).createDomain({ memory: [] });

    await RecordedWorld.make(service, spec);

    const { answer } = await service.send('GET', '/domains');
    expect((answer.domains as { domid: number }[]).map(({ domid }) => domid)).toEqual([1]);
  });

  it('calls as the emulator for a while', async () => {
    const world = await worldOf();
    const create = () => world.send('POST', '/dmop/create_ioreq_server', { handle_bufioreq: 0 });

    expect((await world.asEmulator(create)).answer.errno).toBe('ESRCH');
    expect((await create()).status).toBe(200);
  });

  it('turns to a domain that a step has made, unless it is PV', async () => {
    const world = await worldOf();

    world.turnTo('PV', 7);
    world.turnTo('HVM', 8);

    expect([world.domids.get('PV'), world.domid]).toEqual([7, 8]);
  });

  it('notifies by an end of its own, bound once', async () => {
    const world = await worldOf();
    await addServerA(world);
    const port = (await world.portOf(0))!;

    await world.sendEvent(port);
    await world.sendEvent(port);

    await expect(world.sendEvent(port + 1)).rejects.toThrow('bind_interdomain: 422');
  });

  it('refuses to go on where a call of its own fails', async () => {
    await expect((await worldOf()).demand('GET', '/ioreq-servers/5')).rejects.toThrow(
      'GET /ioreq-servers/5: 404',
    );
  });
});
