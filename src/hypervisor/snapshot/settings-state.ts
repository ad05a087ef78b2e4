/** What a host was built of, in a snapshot. */

import type { HostSettings } from '../host-settings.js';
import { PROFILES } from '../profile.js';
import { BrokenSnapshot, address, choice, flag, whole } from './field.js';
import { frameRanges, record } from './record.js';

const ALIGNED = 2 ** 20;

export const SETTINGS = record({
  machineFrames: frameRanges,
  firstFreeFrame: address,
  backedPages: whole(),
  mappingsPerDomain: whole(),
  pageTableBase: {
    write: (value: number, form) => address.write(value, form),
    read(data, at, form) {
      const base = address.read(data, at, form);
      if (base % ALIGNED !== 0) throw new BrokenSnapshot(at, 'must be a multiple of 2^20');
      return base;
    },
  },
  ept: record({
    adBits: flag,
    execSuperpages: flag,
    superpages2m: flag,
    superpages1g: flag,
  }),
  profile: choice(PROFILES.map(({ name }) => name)),
  maxEventChannelPort: whole(),
});

export function savedSettings(settings: HostSettings) {
  const { tablePages: _, machineFrames, ...rest } = settings;
  return { ...rest, machineFrames: [...machineFrames] };
}
