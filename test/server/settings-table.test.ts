import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settingsTable } from '../../src/server/settings-table.js';

describe('settingsTable', () => {
  it('stands in README.md as it is', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\n${settingsTable()}\n`);
  });
});
