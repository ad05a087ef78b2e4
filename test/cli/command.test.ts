import { describe, expect, it } from 'vitest';
import { isGroup } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands/index.js';

describe('isGroup', () => {
  it('tells commands from words that several begin with', () => {
    const groups = COMMANDS.filter(isGroup).map(({ name }) => name);

    expect(groups).toContain('domain');
    expect(groups).not.toContain('serve');
  });
});
