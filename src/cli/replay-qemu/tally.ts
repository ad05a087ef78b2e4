/** What came of replaying a recording against a device model: how much was served and equal, and what was not, by address. */

import type { Access } from '../../hypervisor/access/access.js';
import type { SlotRecord } from './recording.js';

export class Tally {
  served = 0;
  buffered = 0;
  unserved = 0;
  /** Requests that the guest's instruction did not make as they were recorded. */
  otherwise = 0;
  registers = { read: 0, equal: 0 };
  strings = { read: 0, equal: 0 };
  readonly differences = new Map<string, number>();
  readonly calls = new Map<string, number>();

  count(map: Map<string, number>, name: string): void {
    map.set(name, (map.get(name) ?? 0) + 1);
  }

  /** Whether the access has sent what was recorded. */
  compareRequest(request: SlotRecord, { ioreqs }: Access): void {
    const [sent] = ioreqs;
    const isSame =
      ioreqs.length > 0 &&
      sent !== undefined &&
      sent.type === request.typenr &&
      sent.addr === Number(request.addr) &&
      sent.size === request.size &&
      sent.count === request.count &&
      sent.dir === (request.dir === 'read' ? 1 : 0);
    if (isSame || request.type === 'invalidate') return;
    this.otherwise++;
    const did =
      sent === undefined ? 'nothing' : `${sent.type} ${sent.addr.toString(16)} ×${sent.count}`;
    this.count(this.differences, `${nameOf(request)} ×${request.count}: the guest sent ${did}`);
  }

  compareRegister(request: SlotRecord, data: bigint | undefined, recorded: string): void {
    this.registers.read++;
    if (data === lowBytes(BigInt(recorded), request.size)) this.registers.equal++;
    else this.count(this.differences, nameOf(request));
  }

  compareString(request: SlotRecord, bytes: string, recorded: string): void {
    this.strings.read++;
    if (bytes === recorded) this.strings.equal++;
    else this.count(this.differences, `string of ${nameOf(request)}`);
  }
}

export const nameOf = ({ type, dir, addr }: SlotRecord): string => `${type} ${dir} ${addr}`;

export const lowBytes = (value: bigint, size: number): bigint => BigInt.asUintN(8 * size, value);
