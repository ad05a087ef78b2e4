import { describe, expect, it } from 'vitest';
import { hypercalls } from '../../../src/routes/hypercalls/index.js';
import { INTERFACES, type InterfaceName } from '../../../src/routes/definition/interfaces.js';

describe('every definition', () => {
  it('has all fields, in the same order', () => {
    const fields = hypercalls.map((call) => Object.keys(call).join());

    expect(new Set(fields).size).toBe(1);
    expect(fields[0]).toContain('handle');
  });

  it.each(hypercalls.map((call) => [call.name, call] as const))('%s is whole', (_, call) => {
    const names = Object.keys(INTERFACES) as InterfaceName[];
    expect(names.filter((via) => call[via] !== undefined)).not.toEqual([]);
    expect(call.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(call.description).toMatch(/\.$/);
    for (const reason of Object.values(call.errnos)) expect(reason).toMatch(/^[A-Z0-9`].*\.$/);
  });

  it.each(
    hypercalls.filter(({ continuation }) => continuation).map((call) => [call.name, call] as const),
  )('%s goes on with fields that it has', (_, { continuation, request }) => {
    expect(Object.keys(request.fields)).toEqual(expect.arrayContaining([...continuation!]));
  });
});
