import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('serveConsole', () => {
  let app: FastifyInstance;
  let page: string;

  beforeAll(async () => {
    app = await buildApp({ host: new Host(), token: 'secret' });
    page = (await app.inject('/console/')).body;
  });
  afterAll(() => app.close());

  it('serves the page to everybody, who is asked for the token by it', async () => {
    const answer = await app.inject('/console/');

    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('lets the page load nothing from elsewhere, and be framed by nobody', async () => {
    const { headers } = await app.inject('/console/');

    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|https?:\/\//);
  });

  it('serves what the page names, for good', async () => {
    const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path);

    expect(named.length).toBeGreaterThanOrEqual(3);
    for (const path of named) {
      const answer = await app.inject(`/console/${String(path)}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toContain('immutable');
    }
  });

  it('leads from /console to it', async () => {
    const answer = await app.inject('/console');

    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('console/');
  });

  it('has nothing beside it', async () => {
    expect((await app.inject('/console/../package.json')).statusCode).not.toBe(200);
    expect((await app.inject('/console/nothing.js')).statusCode).toBe(404);
  });
});
