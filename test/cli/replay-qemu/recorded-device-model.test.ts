import { afterAll, expect, it } from 'vitest';
import {
  RecordedDeviceModel,
  recordedResult,
} from '../../../src/cli/replay-qemu/recorded-device-model.js';
import { sharingMachine, words } from '../../support/privcmd.js';

const { domain, world, end } = sharingMachine();
afterAll(end);

it('makes recorded calls by the ports that it has got itself', async () => {
  const deviceModel = new RecordedDeviceModel(world);
  const evtchn = { seq: 1, fd: 27, ret: 0 } as const;
  const bind = { ...evtchn, ret: 18, in: words([4, domain.domid], [4, 7]) };
  expect(await deviceModel.evtchn({ ...bind, call: 'evtchn.bind_interdomain' })).toBe(18);
  const read = { ...evtchn, call: 'evtchn_read' } as const;
  expect([deviceModel.read(read, 18), deviceModel.read(read, 18)]).toEqual([true, false]);
  deviceModel.unmask(read, 18);
  const notify = { ...evtchn, call: 'evtchn.notify', in: words([4, 18]) } as const;
  expect(await deviceModel.evtchn(notify)).toBe(0);
  expect(domain.eventChannels.status(7).pending).toBe(true);

  const map = { call: 'mmapbatch_v2', seq: 1, dom: domain.domid, num: 2, ret: 0 } as const;
  expect(await deviceModel.map({ ...map, gfns: [[0x9f, 2]] })).toEqual([0, -22]);
  expect(deviceModel.host.find(domain.domid)).toBe(domain);
  expect([recordedResult({ ret: 3 }), recordedResult({ ret: -1, errno: 22 })]).toEqual([3, -22]);
  deviceModel.end();
});
