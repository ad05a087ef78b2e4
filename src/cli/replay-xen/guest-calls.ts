/** A hypercall that the guest makes by VMCALL or VMMCALL: the argument in its memory, the answer in RAX. */

import { resultOfRc } from './binary-call.js';
import type { CallResult } from './call-result.js';
import { ARGUMENT, guestCallOf, LIST } from './guest-arguments.js';
import { toHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Step } from './recording.js';
import type { Reply } from './service.js';

const VMMCALL = '0f01d9';
/** Steps whose caller is a second domain name the first one so. */
const BY_EMULATOR = ['A'];

export const isGuestCall = ({ args }: Step): boolean => args?.['caller'] === 'guest';

export async function playGuestCall(world: RecordedWorld, step: Step): Promise<CallResult> {
  const call = guestCallOf(world, step);
  if (call === undefined)
    return { ret: -1, errno: 'a call of the guest that the replayer does not know', out: {} };
  const domid = callerOf(world, step);
  const send = sender(world, domid);
  const { argument, list } = call;
  await send('PUT', `/ram?gpa=${ARGUMENT}`, argument);
  if (list !== undefined) await send('PUT', `/ram?gpa=${LIST}`, list);
  if (domid === world.domid) await world.run();
  const { answer } = await send(
    'POST',
    '/guest-access',
    {
      kind: 'insn',
      bytes: VMMCALL,
      regs: {
        rax: hex(call.hypercall),
        rdi: hex(call.op),
        rsi: step.args?.['arg'] === 'null' ? '0x0' : hex(ARGUMENT),
        rip: '0x12000',
      },
      gla: null,
      trace: false,
    },
    AT_ONCE,
  );
  const { bytes } = await send('GET', `/ram?gpa=${ARGUMENT}&length=${argument.length}`);
  const arg_changed = toHex(bytes) !== toHex(argument);
  world.argument = bytes;
  // The recorder pauses the domain behind each call.
  world.isAtRest = true;
  const { outcome, regs } = answer as { outcome: string; regs: Record<string, string> };
  if (outcome !== 'completed') return stopped(await send('GET', ''), arg_changed);
  const result = resultOfRc(Number(BigInt.asIntN(64, BigInt(regs['rax'] ?? 0))));
  return { ...result, out: { arg_changed, ...valueOf(step, bytes) } };
}

const AT_ONCE = { prefer: 'respond-async' };

/** The call did not come back, for the domain does not run any more. */
function stopped({ answer }: Reply, arg_changed: boolean): CallResult {
  const { shutdown } = answer as { shutdown?: { reason: number; name?: string } };
  return {
    ret: -1,
    errno: 'EIO',
    out: {
      guest: 'stopped',
      domain: shutdown?.name === 'crash' ? 'crashed' : 'shutdown',
      shutdown_reason: shutdown?.reason,
      arg_changed,
    },
  };
}

const callerOf = (world: RecordedWorld, { args = {} }: Step): number =>
  ['domain', 'dom', 'remote_dom'].some((of) => BY_EMULATOR.includes(String(args[of])))
    ? world.emulatorDomid
    : world.domid;

const sender =
  (world: RecordedWorld, domid: number) =>
  (...[method, path, body, headers]: Parameters<RecordedWorld['send']>) =>
    world.service.send(method, `/domains/${domid}${path}`, body, headers);

/** What a recording tells by name of what came back. */
function valueOf({ op }: Step, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (op === 'HVMOP_get_param') return { value: `0x${view.getBigUint64(8, true).toString(16)}` };
  return {};
}

const hex = (value: number) => `0x${value.toString(16)}`;
