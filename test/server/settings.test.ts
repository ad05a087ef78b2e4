import { describe, expect, it } from 'vitest';
import { SETTINGS, SETTING_NAMES, keyOf, variableOf } from '../../src/server/settings.js';

describe('SETTINGS', () => {
  it('has names for the line, the file and the environment', () => {
    expect(keyOf('maxBodyMib')).toBe('max-body-mib');
    expect(variableOf('maxBodyMib')).toBe('FAKEXEN_MAX_BODY_MIB');
  });

  it.each(SETTING_NAMES)('%s takes its own fallback', (name) => {
    const { fallback, read } = SETTINGS[name];

    expect(read(String(fallback ?? ''))).toBe(fallback);
  });
});
