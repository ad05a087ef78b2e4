import { describe, expect, it } from 'vitest';
import { complete } from '../../src/cli/complete.js';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { runCli } from '../support/run-cli.js';

const words = async (...line: string[]) => (await complete(COMMANDS, line)).map(({ word }) => word);

describe('complete', () => {
  // prettier-ignore
  it.each([
    [['dom'],                                         ['domain', 'domctl']],
    [['domain', ''],                                  ['list', 'show', 'create', 'destroy']],
    [['dmop', 'set_mem'],                             ['set_mem_type']],
    [['dmop', 'set_mem_type', '1', '--first'],        ['--first-pfn']],
    [['dmop', 'set_mem_type', '1', '--mem-type', 'r'],['ram_rw', 'ram_ro']],
    [['snapshot', 'load', ''],                        [':files']],
    [['config', '--config', ''],                      [':files']],
    [['completion', 'z'],                             ['zsh']],
    [['explore', '--profile', '4.9', ''],             [':files']],
    [['explore', 'a.yaml', ''],                       []],
    [['nothing', ''],                                 []],
  ])('%j', async (line, expected) => {
    expect(await words(...line)).toEqual(expected);
  });

  it('is asked by a shell', async () => {
    const { out } = await runCli(['complete', '--', 'reset', '--e']);

    expect(out).toBe('--empty\tnot to its seed, but empty\n');
  });
});
