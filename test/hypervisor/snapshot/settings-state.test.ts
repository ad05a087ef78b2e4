import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/hypervisor/host-settings.js';
import { SETTINGS, savedSettings } from '../../../src/hypervisor/snapshot/settings-state.js';
import { again, refusal, written } from '../../support/written.js';

describe('SETTINGS', () => {
  it('are what a host was built of', () => {
    const settings = { ...DEFAULT_SETTINGS, profile: 'v6', backedPages: 7 } as const;

    expect(again(SETTINGS, savedSettings(settings))).toEqual(settings);
  });

  it.each([
    [{ page_table_base: '0x1000' }, '/page_table_base must be a multiple of 2^20'],
    [{ profile: '3.0' }, '/profile must be one of '],
  ])('refuses %j', (wrong, said) => {
    const data = written(SETTINGS, savedSettings(DEFAULT_SETTINGS)) as object;

    expect(refusal(SETTINGS, { ...data, ...wrong })).toContain(said);
  });
});
