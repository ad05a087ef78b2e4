import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.js';

describe('fakexen', () => {
  it('says which commands there are', async () => {
    const { status, out } = await runCli(['--help']);

    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}dmop +DMOPs by name$/m);
    expect(out).toContain('Exit status: 0 done; 1 refused');
    expect(await runCli([])).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    [
      'a command',
      ['dmop', 'set_mem_typ'],
      "unknown command 'set_mem_typ'\n(Did you mean set_mem_type?)",
    ],
    ['an option', ['config', '--prot', '1'], "unknown option '--prot'\n(Did you mean --port?)"],
    ['an option of serve', ['--prot', '1'], "unknown option '--prot'\n(Did you mean --port?)"],
    ['what a command needs', ['ept', 'walk', '1'], "missing required argument 'GFN'"],
    ['a flag that is needed', ['dmop', 'nr_vcpus', '1', '2'], 'too many arguments'],
    ['a flag that a call needs', ['dmop', 'set_mem_type', '1'], '--nr is missing'],
    ['a number', ['ept', 'walk', '1', 'x'], 'GFN: x is no whole number'],
    ['a setting', ['serve', '--port', 'x'], '--port: x is not in 0..65535'],
    ['a setting of the environment', ['domain', 'list'], 'FAKEXEN_PORT: x is not in'],
  ])('says what is wrong with %s', async (_, args, message) => {
    const env = message.startsWith('FAKEXEN') ? { FAKEXEN_PORT: 'x' } : {};
    const { status, out, err } = await runCli(args, { env });

    expect(err).toContain(message);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  it('says where nobody answers', async () => {
    const { status, err } = await runCli(['domain', 'list', '--url', 'unix:/nowhere']);

    expect(status).toBe(3);
    expect(err).toContain('nobody answers at unix:/nowhere (ENOENT): `fakexen serve` starts');
  });
});
