import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import {
  bufferedIoreq,
  ioreqOf,
  pendingIoreq,
  pendingOf,
} from '../../../src/routes/device-models/ioreq-word.js';

const ioreq = newIoreq({
  type: 2,
  dir: 1,
  addr: 0x10_0000_0004,
  data: 0xffff_ffff_ffff_ffffn,
  size: 2,
  count: 3,
  df: true,
  dataIsPtr: true,
  vpEport: 5,
});

const SAID = {
  type: 'pci_config',
  dir: 'read',
  addr: '0x1000000004',
  data: '0xffffffffffffffff',
  size: 2,
  count: 3,
  df: true,
  data_is_ptr: true,
};

describe('ioreqOf', () => {
  it('says every field of a request', () => {
    expect(bufferedIoreq.encode(ioreqOf(ioreq))).toEqual(SAID);
  });
});

describe('pendingOf', () => {
  it('says whose it is, which, and how often it has been handed out', () => {
    expect(pendingIoreq.encode(pendingOf({ seq: 9, vcpu: 1, delivery: 2, ioreq }))).toEqual({
      seq: 9,
      vcpu: 1,
      ...SAID,
      vp_eport: 5,
      delivery: 2,
    });
  });
});
