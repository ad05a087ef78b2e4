import { describe, expect, it } from 'vitest';
import { buildLogger } from '../../src/server/logging.js';

describe('buildLogger', () => {
  it('writes what the level lets through, and neither host nor process', () => {
    const logger = buildLogger('warn');

    expect(logger.isLevelEnabled('warn')).toBe(true);
    expect(logger.isLevelEnabled('info')).toBe(false);
    expect(logger.bindings()).toEqual({});
  });
});
