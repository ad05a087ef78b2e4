/** A real QEMU under the shim, with the command line that was recorded and files of its own. */

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedProcess } from './recording.js';

/** Options of the recording machine that would only fill files. */
const DROPPED = new Set(['-trace', '-D']);
/** Where Debian has firmware that QEMU for Xen loads. */
const FIRMWARE = ['/usr/share/qemu', '/usr/share/seabios', '/usr/lib/ipxe/qemu'];
/** Paths of the recording machine. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/\/var\/run\/xen\//g, 'run'],
  [/\/images\//g, 'images'],
  [/\/log\//g, 'log'],
];

export interface QemuPlace {
  readonly program: string;
  readonly shim: string;
  /** A directory that may be filled. */
  readonly directory: string;
  readonly privcmdSocket: string;
  readonly xenstoredSocket: string;
  readonly disk: Buffer;
}

export interface RunningQemu {
  readonly process: ChildProcess;
  readonly exited: Promise<number | string>;
}

export function startQemu({ argv }: RecordedProcess, place: QemuPlace): RunningQemu {
  const { program, shim, directory, privcmdSocket, xenstoredSocket, disk } = place;
  const args = argumentsFor(argv.slice(1), directory);
  prepareFiles(args, directory, disk);
  const firmware = FIRMWARE.filter((path) => existsSync(path)).flatMap((path) => ['-L', path]);
  const output = openSync(join(directory, 'qemu.log'), 'w');
  const process_ = spawn(program, [...firmware, ...args], {
    cwd: directory,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      LD_PRELOAD: shim,
      FAKEXEN_PRIVCMD: privcmdSocket,
      XENSTORED_PATH: xenstoredSocket,
    },
  });
  const exited = new Promise<number | string>((resolve) => {
    process_.once('exit', (code, signal) => resolve(code ?? signal ?? ''));
    process_.once('error', (error) => resolve(error.message));
  });
  return { process: process_, exited };
}

function argumentsFor(args: readonly string[], directory: string): string[] {
  const kept: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (DROPPED.has(arg)) at++;
    else kept.push(here(arg, directory));
  }
  return kept;
}

const here = (arg: string, directory: string): string =>
  PLACES.reduce((text, [there, name]) => text.replace(there, `${join(directory, name)}/`), arg);

/** Every image that the command line names is the same disk. */
function prepareFiles(args: readonly string[], directory: string, disk: Buffer): void {
  for (const [, name] of PLACES) mkdirSync(join(directory, name), { recursive: true });
  for (const arg of args)
    for (const path of arg.matchAll(/(\/[^,=]*\.img)\b/g)) {
      const file = path[1] ?? '';
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, disk);
    }
}
