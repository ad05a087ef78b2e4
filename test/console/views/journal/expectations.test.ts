import { expect, it } from 'vitest';
import { bodyOf, isCounted } from '../../../../console/src/views/journal/expectations.js';

it('is what POST /journal/verify takes', () => {
  const body = bodyOf(12, [
    {
      how: 'exactly',
      count: 2,
      patterns: [
        { kind: 'hypercall', op: 'dmop/set_mem_type', domid: '1', gfn: '0x100', rc: '-16' },
      ],
    },
    { how: 'never', count: 1, patterns: [{ kind: 'crash', vcpu: '' }] },
    { how: 'order', count: 1, patterns: [{ kind: 'vmexit' }, { kind: 'ioreq' }] },
  ]);

  expect(body).toEqual({
    after: 12,
    expect: [
      {
        match: { kind: 'hypercall', op: 'dmop/set_mem_type', domid: 1, gfn: '0x100', rc: -16 },
        exactly: 2,
      },
      { match: { kind: 'crash' }, never: true },
      { order: [{ kind: 'vmexit' }, { kind: 'ioreq' }] },
    ],
  });
});

it('has other fields by their names', () => {
  const fields = 'addr=0x1000  size=4 answered=false why=all is lost';
  expect(bodyOf(0, [{ how: 'at_least', count: 1, patterns: [{ fields }] }])).toEqual({
    expect: [
      {
        match: { fields: { addr: '0x1000', size: '4', answered: false, why: 'all is lost' } },
        at_least: 1,
      },
    ],
  });
});

it('counts where a count means something', () => {
  expect(isCounted('at_most')).toBe(true);
  expect(isCounted('never')).toBe(false);
  expect(isCounted('order')).toBe(false);
});
