import { describe, expect, it } from 'vitest';
import { INTERNAL_DEVICE_NAMES } from '../../../../src/hypervisor/access/internal-devices/internal-device-names.js';

describe('INTERNAL_DEVICE_NAMES', () => {
  it('names each once', () => {
    expect(new Set(INTERNAL_DEVICE_NAMES).size).toBe(INTERNAL_DEVICE_NAMES.length);
  });
});
