import { describe, expect, it } from 'vitest';
import { Host, XenError, type ProfileName } from '../../../src/hypervisor/index.js';
import { buffersOf, viewOf } from '../../../src/routes/by-number/buffers.js';
import {
  coverageRows,
  coverageTable,
  type CoverageRow,
} from '../../../src/routes/forms/coverage.js';
import { callDmOp } from '../../../src/routes/by-number/dm-op-call.js';
import type { HypercallForm } from '../../../src/routes/forms/hypercall-form.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { callHvmOp } from '../../../src/routes/by-number/hvm-op-call.js';
import { hypercalls } from '../../../src/routes/hypercalls/index.js';
import { issue } from '../../../src/routes/calls/issue.js';
import { api } from '../../support/api.js';
import { buffers, dmOp } from '../../support/buffers.js';

const [ENOSYS, EOPNOTSUPP] = [-38, -95];
const RELEASES = ['4.8', 'v6', '4.9', '4.17', '4.22'] as const;

describe('coverageRows', () => {
  it('has every definition at its number, and no other as ours', () => {
    const ours = coverageRows().filter(({ state }) => state !== 'absent');
    const defined = hypercalls.flatMap(({ name, ...call }) =>
      (['hvmop', 'dmop', 'memory', 'domctl', 'evtchn'] as const).flatMap((via) =>
        call[via] ? [`${via} ${call[via].number} ${name}`] : [],
      ),
    );

    expect(
      ours
        .filter(({ name }) => !name.endsWith('mem_access'))
        .map(({ interface: via, number, name }) => `${via} ${number} ${name}`)
        .toSorted(),
    ).toEqual(defined.toSorted());
  });

  it('has 27 HVMOPs from 0 and 20 DMOPs from 1', () => {
    const numbersOf = (via: string) =>
      coverageRows()
        .filter((row) => row.interface === via)
        .map(({ number }) => number);

    expect(numbersOf('hvmop')).toEqual(Array.from({ length: 27 }, (_, n) => n));
    expect(numbersOf('dmop')).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('says what is missing exactly where something is', () => {
    for (const { name, profiles, missing } of coverageRows())
      expect(Object.values(profiles).includes('partial'), name).toBe(missing !== undefined);
  });
});

/** What is answered by number, however wrong the arguments are. */
function isThere({ interface: via, number }: CoverageRow, profile: ProfileName): boolean {
  const host = new Host({ profile });
  host.createDomain({ memoryMib: 1, specialPages: false });
  const to = { host, domid: 1 };
  const body = via === 'dmop' ? dmOp(number, undefined, { size: 64 }) : new Uint8Array(64);
  const sent = buffersOf(viewOf(buffers(body, new Uint8Array(2 ** 15))));
  const rc = via === 'dmop' ? callDmOp(to, sent) : callHvmOp(to, number, sent);
  return rc !== ENOSYS && (via !== 'dmop' || rc !== EOPNOTSUPP);
}

describe.each(RELEASES)('what is there by number in %s', (profile) => {
  it.each(['hvmop', 'dmop'] as const)('is so for every %s', (via) => {
    const rows = coverageRows().filter((row) => row.interface === via);

    expect(rows.map((row) => [row.name, isThere(row, profile)])).toEqual(
      rows.map(({ name, profiles }) => [name, profiles[profile] !== 'absent']),
    );
  });

  it.each(['memory', 'domctl', 'evtchn'] as const)('is so for every %s that is ours', (via) => {
    const rows = coverageRows().filter((row) => row.interface === via);
    for (const form of HYPERCALL_FORMS[via]) {
      const row = rows.find(({ name }) => name === form.call.name);

      expect(isUnknown(form, profile), form.call.name).toBe(row!.profiles[profile] === 'absent');
    }
  });
});

/** Whether the Xen of the profile answers that there is no such thing: some calls have the same errno for other reasons. */
function isUnknown(form: HypercallForm, profile: ProfileName): boolean {
  const host = new Host({ profile });
  host.createDomain({ memoryMib: 1, specialPages: false });
  try {
    void issue(form, { host, domid: 1 }, form.example.request);
    return false;
  } catch (error) {
    if (!(error instanceof XenError)) throw error;
    return error.message.endsWith('has no such operation');
  }
}

describe('coverageTable', () => {
  it('has a line for each operation that is there, by profile', () => {
    const lines = coverageTable().split('\n');

    // prettier-ignore
    expect(lines).toEqual(expect.arrayContaining([
      '| `set_mem_type` | HVMOP 8, DMOP 12 | full | full | full | full | full |  |',
      '| `map_mem_type_to_ioreq_server` | HVMOP 26, DMOP 15 | absent | full | full | full | full |  |',
      '| `nr_vcpus` | DMOP 20 | absent | absent | absent | full | full |  |',
      '| `set_mem_access` | HVMOP 12 | absent | absent | absent | absent | absent |  |',
    ]));
  });
});

describe('GET /coverage', () => {
  it('tells of every operation and what is ours', async () => {
    const { get } = await api();

    const { body } = await get('/coverage');

    expect(body.note).toContain('dm_interface');
    expect(body.hypercalls).toContainEqual({
      interface: 'hvmop',
      number: 26,
      name: 'map_mem_type_to_ioreq_server',
      aliases: ['map_mem_type'],
      since: '4.9',
      state: 'full',
      profiles: {
        '4.8': 'absent',
        'v6-patch1': 'full',
        'v6-patch2': 'full',
        'v6-patch3': 'full',
        'v6-patch4': 'full',
        v6: 'full',
        '4.9': 'absent',
        '4.17': 'absent',
        '4.22': 'absent',
      },
    });
    expect(body.hypercalls).toContainEqual(
      expect.objectContaining({ name: 'bind_virq', interface: 'evtchn', state: 'absent' }),
    );
  });
});
