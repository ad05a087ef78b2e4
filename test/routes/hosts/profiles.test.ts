import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('GET /profiles', () => {
  it('tells every profile, every knob and what each decides', async () => {
    const { get } = await api();

    const { body } = await get('/profiles');

    expect(body.default).toBe('4.17');
    expect(body.profiles.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['v6', '4.8', '4.9', '4.17', '4.22']),
    );
    const names = body.knobs.map(({ name }: { name: string }) => name);
    for (const { knobs } of body.profiles) expect(Object.keys(knobs)).toEqual(names);
    expect(body.knobs).toContainEqual(
      expect.objectContaining({ name: 'null_owner', values: ['retry', 'unhandleable'] }),
    );
  });
});
