import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { locationOf } from '../../../src/routes/http/location.js';

describe('locationOf', () => {
  it.each([
    ['/domains', '/domains/3'],
    ['/domains/', '/domains/3'],
    ['/domains?x=1', '/domains/3'],
    ['/hosts/a/domains', '/hosts/a/domains/3'],
  ])('lies below %s', (originalUrl, location) => {
    expect(locationOf({ originalUrl } as FastifyRequest, 3)).toBe(location);
  });
});
