/** A DMOP whose buffers the recording has in full: what goes in, and every byte of what comes back. */

import { BAD, callByBuffers, type Buffer0 } from './binary-call.js';
import type { CallResult } from './call-result.js';
import { fromHex, toHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args, Step } from './recording.js';

/** A recording shows the first bytes of a buffer: all of struct xen_dm_op, and this much of another. */
const SHOWN = { buf0: 32, buf1: 64 } as const;
/** Xen looks at no more of a buffer than it needs: one that no body can hold is sent so long. */
const LONGEST = 0x1_0000;

const CREATE_IOREQ_SERVER = 1;
/** Where struct xen_dm_op_create_ioreq_server has what is asked and what is answered. */
const HANDLE_BUFIOREQ_AT = 8;
const ID_AT = 12;

export const isRawDmOp = ({ args }: Step): boolean => args?.['op_number'] !== undefined;

export async function playRawDmOp(world: RecordedWorld, args: Args): Promise<CallResult> {
  const { op_number, nr_bufs } = args;
  const given: Buffer0[] = [bufferOf(args, 'buf0')];
  if (args['buf1'] !== undefined) given.push(bufferOf(args, 'buf1'));
  const nr = Number(nr_bufs);
  const path = `${world.domid}/dm_op`;
  const { ret, errno, buffers } = await callByBuffers(world, path, padded(given, nr), nr);
  const [first, second] = given.map((buffer, index) => changed(buffer, buffers[index]));
  if (errno === null && op_number === CREATE_IOREQ_SERVER) noteServer(world, buffers[0]);
  return {
    ret,
    errno,
    out: {
      buf0_changed: first !== undefined,
      buf0: first === undefined ? null : withRest(first, args, 'buf0').slice(0, 2 * SHOWN.buf0),
      buf1: second === undefined ? null : withRest(second, args, 'buf1').slice(0, 2 * SHOWN.buf1),
      ...namedFields(op_number, buffers[0]),
    },
  };
}

/** What of the struct a recording tells by name. */
function namedFields(
  op: unknown,
  struct: Uint8Array | undefined,
): Readonly<Record<string, unknown>> {
  if (op !== CREATE_IOREQ_SERVER || struct === undefined || struct.length <= ID_AT) return {};
  return { id: struct[ID_AT] };
}

function noteServer(world: RecordedWorld, struct: Uint8Array | undefined): void {
  if (struct === undefined) return;
  world.servers.add(struct[ID_AT] ?? 0, struct[HANDLE_BUFIOREQ_AT] !== 0);
}

function bufferOf(args: Args, name: 'buf0' | 'buf1'): Buffer0 {
  if (args[name] === BAD) return BAD;
  const shown = fromHex(String(args[name]));
  const bytes = new Uint8Array(Math.min(Number(args[`${name}_size`]), LONGEST));
  bytes.set(shown.subarray(0, bytes.length));
  return bytes;
}

/** A call that says it has two buffers has two, though a recording shows none that is not looked at. */
const padded = (given: readonly Buffer0[], nr: number): readonly Buffer0[] =>
  given.length < nr ? [...given, new Uint8Array()] : given;

function changed(before: Buffer0, after: Uint8Array | undefined): string | undefined {
  if (before === BAD || after === undefined) return undefined;
  const text = toHex(after);
  return text === toHex(before) ? undefined : text;
}

/** A recording shows the memory of a buffer beyond what the call says that it has. */
const withRest = (changed: string, args: Args, name: 'buf0' | 'buf1'): string =>
  changed + String(args[name]).slice(changed.length);
