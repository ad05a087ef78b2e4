import { describe, expect, it } from 'vitest';
import { hypercalls } from '../../src/routes/hypercalls/index.js';
import { INTERFACES } from '../../src/routes/interfaces.js';

describe('every definition', () => {
  it.each(hypercalls.map((call) => [call.name, call] as const))('%s is whole', (_, call) => {
    expect(Object.keys(INTERFACES).filter((via) => via in call)).not.toEqual([]);
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
