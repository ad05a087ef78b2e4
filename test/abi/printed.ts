/** What print-layouts.c prints, and how to have it printed anew. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PrintedStruct {
  readonly bytes: number;
  readonly members: Readonly<Record<string, { readonly offset: number; readonly bytes: number }>>;
}

/** The committed table. */
export const printed = (table: string) => readFileSync(`test/abi/${table}.txt`, 'utf8');

/** Debian's package libxen-dev. */
const HEADER = '/usr/include/xen/hvm/dm_op.h';

/** Whether the table can be printed anew here. */
export const canPrint = existsSync(HEADER) && hasCompiler();

/** What the program prints when it is compiled here. */
export function printAnew(of: 'DM_OP' | 'HVM_OP'): string {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-abi-'));
  const program = join(folder, 'print-layouts');
  try {
    execFileSync('gcc', ['-std=gnu11', `-D${of}`, 'test/abi/print-layouts.c', '-o', program]);
    return execFileSync(program, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function structsIn(table: string): ReadonlyMap<string, PrintedStruct> {
  const structs = new Map<string, PrintedStruct>();
  let members: Record<string, { offset: number; bytes: number }> = {};
  for (const line of table.trimEnd().split('\n')) {
    const [name = '', ...numbers] = line.trim().split(' ');
    const [first = NaN, second = NaN] = numbers.map(Number);
    if (line.startsWith(' ')) members[name] = { offset: first, bytes: second };
    else structs.set(name, { bytes: first, members: (members = {}) });
  }
  return structs;
}

function hasCompiler(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
