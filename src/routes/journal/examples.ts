/** What the journal looks like, for the reader of the OpenAPI document. */

const CALL = {
  seq: 12,
  time: '0x0',
  kind: 'hypercall',
  domid: 1,
  gfn: '0x100',
  nr: 1,
  op: 'dmop/set_mem_type',
  caller: 0,
  rc: 0,
  args: { nr: 1, mem_type: 'ioreq_server', first_pfn: '0x100' },
  xentrace: 'PV_HYPERCALL_V2',
  request: 'req-7',
} as const;

export const ENTRIES = { entries: [CALL], next: 12, more: false, dropped: 0 };

export const VERIFY = {
  expect: [
    { match: { op: 'dmop/set_mem_type', domid: 1, rc: 0, gfn: '0x100' }, exactly: 1 },
    { match: { kind: 'crash' }, never: true },
    { order: [{ op: 'dmop/*' }, { kind: 'vmexit', fields: { reason: 'EPT_VIOLATION' } }] },
  ],
};

const ORDER =
  'step 2 of 2, a record with kind vmexit, reason EPT_VIOLATION: not found after record 12';

export const VERDICT = {
  passed: false,
  results: [
    {
      passed: true,
      said: 'exactly 1 record with domid 1, rc 0, op dmop/set_mem_type, gfn 0x100: found 1',
      found: [12],
      near_misses: [],
    },
    { passed: true, said: 'no record with kind crash: found 0', found: [], near_misses: [] },
    { passed: false, said: ORDER, found: [12], near_misses: [] },
  ],
  dropped: 0,
};

export const EVENTS = [
  'retry: 1000\n\n',
  'id: 12\nevent: hypercall\n',
  `data: ${JSON.stringify(CALL)}\n\n`,
].join('');
