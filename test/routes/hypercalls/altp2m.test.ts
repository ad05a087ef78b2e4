import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

describe('altp2m', () => {
  // prettier-ignore
  it.each([
    ['a command',                { cmd: 'get_domain_state' }],
    ['a command that is none',   { cmd: 0 }],
    ['another version',          { cmd: 1, version: 2 }],
    ['pads',                     { cmd: 1, pad1: 1, pad2: 1 }],
    ['a domain that is not there', { cmd: 1, domain: 5000 }],
  ])('answers errno EOPNOTSUPP for %s, to everybody', async (_, body) => {
    const { post } = await api();

    expect(verdictOf(await post('/domains/1/hvmop/altp2m', body))).toBe('EOPNOTSUPP');
  });

  it('does not let in a command that has no name', async () => {
    const { post } = await api();

    expect((await post('/domains/1/hvmop/altp2m', { cmd: 'enable' })).status).toBe(400);
  });
});
