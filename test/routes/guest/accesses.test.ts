import { describe, expect, it } from 'vitest';
import type { Access, Domain } from '../../../src/hypervisor/index.js';
import { recall, remember } from '../../../src/routes/guest/accesses.js';

const domain = {} as Domain;
const access = (id: number, settled = true) => ({ id, domain, settled }) as Access;

describe('recall', () => {
  it('finds an access of its domain alone', () => {
    const first = access(1);
    remember(first);

    expect(recall(domain, 1)).toBe(first);
    expect(recall({} as Domain, 1)).toBeUndefined();
  });

  it('forgets the oldest that is over, never one that is on its way', () => {
    const pending = access(2, false);
    remember(pending);
    for (let id = 3; id <= 1026; id++) remember(access(id));

    expect(recall(domain, 1)).toBeUndefined();
    expect(recall(domain, 2)).toBe(pending);
    expect(recall(domain, 3)).toBeUndefined();
    expect(recall(domain, 1026)).toBeDefined();

    for (let id = 1027; id <= 3100; id++) remember(access(id));
    expect(recall(domain, 2)).toBe(pending);
    expect(recall(domain, 2077)).toBeUndefined();
    expect(recall(domain, 2078)).toBeDefined();
  });
});
