import { describe, expectTypeOf, it } from 'vitest';
import type { Domain } from '../../../src/hypervisor/domain.js';
import type { IoreqTarget } from '../../../src/hypervisor/ioreq/ioreq-target.js';

describe('IoreqTarget', () => {
  it('is a domain', () => {
    expectTypeOf<Domain>().toExtend<IoreqTarget>();
  });
});
