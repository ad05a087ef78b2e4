import { describe, expect, it } from 'vitest';
import { isGroup, type AnyRow, type CommandRow } from '../../../src/cli/command.js';
import { COMMANDS } from '../../../src/cli/commands/index.js';

interface Called {
  readonly line: string;
  readonly row: CommandRow;
}

const rowsIn = async (row: AnyRow): Promise<Called[]> =>
  isGroup(row)
    ? (await row.rows()).map((one) => ({ line: `${row.name} ${one.name}`, row: one }))
    : [{ line: row.name, row }];

const all = (await Promise.all(COMMANDS.map(rowsIn))).flat();

describe('COMMANDS', () => {
  it('has each line once', () => {
    expect(new Set(all.map(({ line }) => line)).size).toBe(all.length);
  });

  it('loads commands whose flags and arguments are told apart and told about', async () => {
    for (const { line, row } of all) {
      const { options = [], arguments: args = [] } = await row.load();
      const flags = options.map(({ flag }) => flag);

      expect(row.summary, line).not.toBe('');
      expect(new Set(flags).size, line).toBe(flags.length);
      for (const { flag } of options) expect(flag, line).toMatch(/^[a-z][a-z0-9-]*$/);
      for (const { about } of [...options, ...args]) expect(about, line).not.toBe('');
    }
  });
});
