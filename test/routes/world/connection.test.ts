import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { connectionOf } from '../../../src/routes/world/connection.js';

describe('connectionOf', () => {
  it('is aborted when the connection closes', () => {
    const raw = new EventEmitter();
    const connection = connectionOf({ raw } as unknown as FastifyReply);

    expect(connection.aborted).toBe(false);
    raw.emit('close');
    expect(connection.aborted).toBe(true);
  });
});
