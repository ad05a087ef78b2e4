/** HYPERVISOR_xen_version: which Xen it is, as its profile says. Source: xen/include/public/version.h. */

import { ERRNO, XenError } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Prepared } from './call.js';

const PAGE_BYTES = 4096;
const CAPABILITIES = 'xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ';
const VERSION = /^(\d+)\.(\d+)$/;
/** What a profile that names no version is based on. */
const OTHERWISE = '4.8';

/** Texts that it writes, by number, with the room that their callers have. */
const TEXTS: Readonly<Record<number, { bytes: number; text: string }>> = {
  1: { bytes: 16, text: '.0' },
  3: { bytes: 1024, text: CAPABILITIES },
  4: { bytes: 64, text: 'fakexen' },
  9: { bytes: 1024, text: '' },
};

export function xenVersion(
  { host }: CallBy,
  [number = 0n, pointer = 0n]: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  if (number === 0n) return () => versionOf(host.profile.name);
  if (number === 7n) return () => PAGE_BYTES;
  const answer = TEXTS[Number(number)];
  if (answer === undefined) throw new XenError('ENOSYS', `there is no XENVER ${number}`);
  return () => {
    if (pointer === 0n) return -ERRNO.EFAULT;
    const bytes = Buffer.alloc(answer.bytes);
    bytes.write(answer.text, 'latin1');
    memory.write(pointer, bytes);
    return 0;
  };
}

/** Major above 16 bits of minor. */
function versionOf(profile: string): number {
  const [, major, minor] = VERSION.exec(profile) ?? VERSION.exec(OTHERWISE) ?? [];
  return Number(major) * 0x1_0000 + Number(minor);
}
