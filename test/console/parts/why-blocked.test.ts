import { describe, expect, it } from 'vitest';
import {
  deliveriesInWords,
  requestInWords,
  whyBlocked,
  type Vcpu,
} from '../../../console/src/parts/why-blocked.js';

const REQUEST = {
  type: 'copy',
  dir: 'write',
  addr: '0x1000008',
  data: '0x2a',
  size: 4,
  count: 1,
  df: false,
  data_is_ptr: false,
} as const;

const vcpu = (state: Vcpu['state'], fields: Partial<Vcpu> = {}): Vcpu => ({
  id: 0,
  state,
  pause_count: 0,
  ...fields,
});

describe('whyBlocked', () => {
  it('says nothing of a vcpu that runs', () => {
    expect(whyBlocked(vcpu('runnable'))).toBeUndefined();
  });

  it('names the server and the request that it waits for', () => {
    const waiting = vcpu('blocked_in_xen', {
      waits_for: { ioservid: 3, port: 1 },
      request: REQUEST,
    });

    expect(whyBlocked(waiting)).toBe(
      'it waits for ioreq server 3 to answer a 4-byte write of 0x2a at address 0x1000008',
    );
  });

  it('says that an access faults over and over', () => {
    const access = { id: 1, outcome: 'pending', reason: 'refaulting' } as const;

    expect(whyBlocked(vcpu('runnable', { access }))).toContain('over and over');
  });

  it.each(['dying', 'shut_down', 'paused', 'vcpu_paused', 'down', 'halted'] as const)(
    'has words for %s',
    (state) => {
      expect(whyBlocked(vcpu(state))).toMatch(/^[a-z].*[a-zT]$/);
    },
  );
});

describe('requestInWords', () => {
  it('says what is read, where and how often', () => {
    const port = { ...REQUEST, type: 'pio', dir: 'read', addr: '0x3f8', size: 1 } as const;

    expect(requestInWords(port)).toBe('a 1-byte read at port 0x3f8');
    expect(requestInWords({ ...port, count: 3 })).toBe('3 × a 1-byte read at port 0x3f8');
    expect(requestInWords({ ...REQUEST, type: 'invalidate' })).toBe('an invalidate request');
  });
});

describe('deliveriesInWords', () => {
  it('tells a device model that is not there from one that does not answer', () => {
    expect(deliveriesInWords(0)).toContain('no device model has asked for it');
    expect(deliveriesInWords(1)).toBe('a device model has taken it, and has not answered');
    expect(deliveriesInWords(2)).toContain('2 times by now');
  });
});
