import { describe, expect, it } from 'vitest';
import type { AnyRow, Command } from '../../src/cli/command.js';
import { parseLine } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';

const command: Command = {
  arguments: [{ name: 'FILE', about: 'a file' }],
  options: [
    { flag: 'first-pfn', value: 'GFN', about: 'the first' },
    { flag: 'knob', value: 'NAME', about: 'several', isList: true },
    { flag: 'empty', about: 'a switch' },
  ],
  run: () => Promise.resolve(undefined),
};
const rows: AnyRow[] = [{ name: 'do', summary: 'Do it', load: () => Promise.resolve(command) }];
const quiet = { out: () => undefined, err: () => undefined } as unknown as Terminal;

describe('parseLine', () => {
  it('gives what stood on the line', async () => {
    const line = ['do', 'a.yaml', '--first_pfn=1', '--knob', 'a', '--knob', 'b', '--empty'];
    const called = await parseLine(rows, line, quiet);

    expect(called?.command).toBe(command);
    const given = called?.given;
    expect([given?.text('FILE'), given?.text('first-pfn'), given?.has('empty')]).toEqual([
      'a.yaml',
      '1',
      true,
    ]);
    expect(given?.list('knob')).toEqual(['a', 'b']);
  });

  it('gives nothing where help was asked for', async () => {
    expect(await parseLine(rows, ['do', '--help'], quiet)).toBeUndefined();
    expect(await parseLine(rows, ['help', 'do'], quiet)).toBeUndefined();
  });

  it('throws for what makes no sense', async () => {
    await expect(parseLine(rows, ['do'], quiet)).rejects.toThrow(
      "missing required argument 'FILE'",
    );
  });
});
