/** The settings as the table that README.md shows. */

import { SETTINGS, SETTING_NAMES, keyOf, variableOf } from './settings.js';

const HEAD = ['| flag, key | environment | if not said | what |', '|---|---|---|---|'];

export function settingsTable(): string {
  const rows = SETTING_NAMES.map((name) => {
    const { about, fallback } = SETTINGS[name];
    const unsaid = fallback === undefined ? '' : `\`${fallback}\``;
    const cells = [`\`--${keyOf(name)}\``, `\`${variableOf(name)}\``, unsaid, inCell(about)];
    return `| ${cells.join(' | ')} |`;
  });
  return [...HEAD, ...rows].join('\n');
}

const inCell = (text: string) => text.replaceAll('|', '\\|');
