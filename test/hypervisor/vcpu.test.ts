import { describe, expect, it } from 'vitest';
import { Vcpu } from '../../src/hypervisor/vcpu.js';

describe('Vcpu', () => {
  it('has nothing to do with device models until somebody asks', () => {
    const vcpu = new Vcpu(3);
    expect(vcpu.hasIo).toBe(false);

    expect(vcpu.io).toMatchObject({ completion: 'none', suspended: false, reexecutions: 0 });

    expect(vcpu.hasIo).toBe(true);
    expect(vcpu.io).toBe(vcpu.io);
  });

  it('begins with nothing said, pending or done', () => {
    const { id, ...fields } = new Vcpu(3);
    const { request, ...io } = new Vcpu(3).io;

    expect([id, Object.values(fields).filter(Boolean)]).toEqual([3, []]);
    expect(request).toMatchObject({ count: 0, state: 0, addr: 0 });
    expect(io).toEqual({
      completion: 'none',
      suspended: false,
      mmioCache: [],
      mmioRetry: false,
      instruction: undefined,
      reexecutions: 0,
    });
  });

  it('is plain data, so that a state can be copied and compared', () => {
    const fields = Object.fromEntries(Object.entries(new Vcpu(0)));

    expect(structuredClone(fields)).toEqual(fields);
    expect(structuredClone(new Vcpu(0).io)).toEqual(new Vcpu(1).io);
  });
});
