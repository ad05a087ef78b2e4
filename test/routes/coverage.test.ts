import { describe, expect, it } from 'vitest';
import { coverageRows, coverageTable } from '../../src/routes/coverage.js';
import { hypercalls } from '../../src/routes/hypercalls/index.js';
import { api } from '../support/api.js';

describe('coverageRows', () => {
  it('has every definition at its number, and no other as ours', () => {
    const ours = coverageRows().filter(({ state }) => state === 'full' || state === 'partial');
    const defined = hypercalls.flatMap(({ name, hvmop, dmop }) => [
      ...(hvmop ? [`hvmop ${hvmop.number} ${name}`] : []),
      ...(dmop ? [`dmop ${dmop.number} ${name}`] : []),
    ]);

    expect(
      ours.map(({ interface: era, number, name }) => `${era} ${number} ${name}`).toSorted(),
    ).toEqual(defined.toSorted());
  });

  it('has 27 HVMOPs from 0 and 20 DMOPs from 1', () => {
    const numbersOf = (era: string) =>
      coverageRows()
        .filter((row) => row.interface === era)
        .map(({ number }) => number);

    expect(numbersOf('hvmop')).toEqual(Array.from({ length: 27 }, (_, n) => n));
    expect(numbersOf('dmop')).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });
});

describe('coverageTable', () => {
  it('has a line for each operation, with both its numbers', () => {
    const lines = coverageTable().split('\n');

    expect(lines).toContain('| `set_mem_type` | 8 | 12 | 3.3 | full |');
    expect(lines).toContain('| `get_mem_type` | 15 |  | 4.1 | full |');
    expect(lines).toContain('| `nr_vcpus` |  | 20 | 4.15 | full |');
    expect(lines).toContain('| `set_mem_access` | 12 |  |  | reserved |');
  });
});

describe('GET /coverage', () => {
  it('tells of every operation and what is ours', async () => {
    const { get } = await api();

    const { body } = await get('/coverage');

    expect(body.note).toContain('dm_interface');
    expect(body.hypercalls).toHaveLength(47);
    expect(body.hypercalls).toContainEqual({
      interface: 'hvmop',
      number: 26,
      name: 'map_mem_type_to_ioreq_server',
      aliases: ['map_mem_type'],
      since: '4.9',
      state: 'full',
    });
  });
});
