/**
 * Mapping what is another domain's: pages by gfn, the pages of an ioreq server, frames of a grant table, granted pages.
 *
 * Reference: drivers/xen/privcmd.c, privcmd_ioctl_mmap_batch() and privcmd_ioctl_mmap_resource();
 * xen/common/grant_table.c, map_grant_ref(), and xen/include/public/grant_table.h, grant_entry_v1.
 */

import { XenError, subject, type Domain } from '../hypervisor/index.js';
import { HYPERCALL_FORMS } from '../routes/forms/hypercall-forms.js';
import { issue } from '../routes/calls/issue.js';
import { framesAnswer, sharedFileOf } from './frames-answer.js';
import type { CallBy } from './hypercalls/call.js';
import type { Answer } from './protocol.js';

const RESOURCE = { ioreq_server: 0, grant_table: 1 } as const;
const ACQUIRE = HYPERCALL_FORMS.memory.find(({ call }) => call.name === 'acquire_resource');

const GTF = { permit_access: 1, type_mask: 3, readonly: 4, reading: 8, writing: 16 } as const;
const ENTRY_BYTES = 8;
const ENTRIES = 512;

/** `u32 nr`, `u32 0`, then `u64` gfns. What cannot be mapped has its errno in its place. */
export function mapGfns(by: CallBy, domid: number, body: Buffer): Answer {
  const domain = domainOf(by, domid);
  const finders = Array.from({ length: body.readUInt32LE(0) }, (_, index) => {
    const gfn = Number(body.readBigUInt64LE(8 + index * 8));
    return () => domain.ram.frameBehind(gfn);
  });
  return framesAnswer(domain, finders);
}

/** `u32 type`, `u32 id`, `u64 index`, `u32 nr`, `u32 0`. With `nr` 0 the result is how many frames there are. */
export async function mapResource(by: CallBy, domid: number, body: Buffer): Promise<Answer> {
  const domain = domainOf(by, domid);
  const [type, id] = [body.readUInt32LE(0), body.readUInt32LE(4)];
  const [index, nr] = [Number(body.readBigUInt64LE(8)), body.readUInt32LE(16)];
  if (type === RESOURCE.grant_table) {
    if (nr === 0) return { result: domain.maxGrantFrames };
    return framesAnswer(
      domain,
      Array.from({ length: nr }, (_, at) => () => domain.memory.shared.grantFrame(index + at)),
    );
  }
  if (ACQUIRE === undefined) throw new XenError('ENOSYS', 'there is no XENMEM_acquire_resource');
  if (nr > 0) sharedFileOf(domain);
  const request = { type, id, frame: index, nr, pad: 0 };
  const answer = await issue(ACQUIRE, { ...by, domid, isByNumber: true }, request);
  if (nr === 0) return { result: Number(answer['nr']) };
  const frames = (answer['frames'] as readonly string[]).map(Number);
  return framesAnswer(
    domain,
    frames.map((mfn) => () => mfn),
  );
}

/** `u32 ref`, `u32` 1 to write, too. EACCES: it is not granted so. */
export function mapGrant(by: CallBy, domid: number, body: Buffer): Answer {
  const domain = domainOf(by, domid);
  const writes = (body.readUInt32LE(4) & 1) !== 0;
  const { entry, flags } = entryOf(domain, body.readUInt32LE(0));
  const isGranted =
    (flags & GTF.type_mask) === GTF.permit_access &&
    entry.getUint16(2, true) === by.caller &&
    !(writes && (flags & GTF.readonly) !== 0);
  if (!isGranted) throw new XenError('EACCES', `domain ${domid} grants no such access`);
  const answer = framesAnswer(domain, [() => domain.ram.frameBehind(entry.getUint32(4, true))]);
  entry.setUint16(0, flags | GTF.reading | (writes ? GTF.writing : 0), true);
  return answer;
}

/** The grant is not used any more. */
export function unmapGrant(by: CallBy, domid: number, ref: number): void {
  const { entry, flags } = entryOf(domainOf(by, domid), ref);
  entry.setUint16(0, flags & ~(GTF.reading | GTF.writing), true);
}

function entryOf(domain: Domain, ref: number): { entry: DataView; flags: number } {
  const mfn = domain.memory.shared.grantFrame(Math.floor(ref / ENTRIES));
  const { buffer, byteOffset } = domain.machine.writablePage(mfn);
  const entry = new DataView(buffer, byteOffset + (ref % ENTRIES) * ENTRY_BYTES, ENTRY_BYTES);
  return { entry, flags: entry.getUint16(0, true) };
}

function domainOf({ host, caller }: CallBy, domid: number): Domain {
  const found = subject(host, host.caller(caller), domid, 'dm', 'hvmop');
  if (found === undefined) throw new XenError('ESRCH', `there is no domain ${domid}`);
  return found;
}
