/**
 * `npm run replay:qemu -- [--device-model PROGRAM] FILE…`: replay recordings of QEMU on a real Xen. Without a program every
 * recorded call goes through the binary interface; with one the recorded requests go to it, under the shim.
 */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ShmDir } from '../privcmd/shm-dir.js';
import { replayBinary } from './replay-qemu/binary-replay.js';
import { machineOf, isIncoming } from './replay-qemu/recorded-machine.js';
import { readRecording, type RecordedProcess } from './replay-qemu/recording.js';
import { callsInWords, recordedCalls, tallyInWords } from './replay-qemu/report.js';
import { replayWith } from './replay-qemu/with-device-model.js';

const SHIM = 'shim/build/libfakexen-shim.so';
const USAGE = 'usage: npm run replay:qemu -- [--device-model PROGRAM] [--shim FILE] FILE…';
const MOST_SHOWN = 20;

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { 'device-model': { type: 'string' }, shim: { type: 'string', default: SHIM } },
});
if (files.length === 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

let isFine = true;
for (const file of files)
  for (const [index, recorded] of readRecording(file).entries()) {
    say(`${file}, process ${index + 1}:`);
    const program = values['device-model'];
    const fine =
      program === undefined
        ? await byBinaryInterface(recorded)
        : await byDeviceModel(recorded, file, program);
    isFine &&= fine;
  }
process.exit(isFine ? 0 : 1);

async function byBinaryInterface(recorded: RecordedProcess): Promise<boolean> {
  const shm = new ShmDir();
  const machine = machineOf(recorded, shm);
  const { compared, mismatches } = await replayBinary(recorded, machine);
  machine.host.destroyDomain(machine.domain.domid);
  shm.remove();
  for (const [what, times] of compared) say(`  ${String(times).padStart(7)} ${what}`);
  for (const mismatch of mismatches.slice(0, MOST_SHOWN)) say(`  ${mismatch}`);
  const total = [...compared.values()].reduce((sum, times) => sum + times, 0);
  say(`  ${total} compared, ${mismatches.length} mismatches`);
  return mismatches.length === 0;
}

async function byDeviceModel(
  recorded: RecordedProcess,
  file: string,
  program: string,
): Promise<boolean> {
  if (isIncoming(recorded)) {
    say('  left out: it took over a saved domain, and what was saved was not recorded');
    return true;
  }
  const shim = resolve(values.shim);
  for (const needed of [program, shim])
    if (!existsSync(needed)) {
      say(`  there is no ${needed}: the shim is built by make -C shim`);
      return false;
    }
  const started = performance.now();
  const tally = await replayWith(recorded, file, { program, shim });
  for (const line of tallyInWords(tally)) say(`  ${line}`);
  for (const line of callsInWords(tally.calls, recordedCalls(recorded))) say(`  ${line}`);
  say(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return tally.unserved === 0 && tally.strings.equal === tally.strings.read;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
