import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../src/server/token-of.js';

const tokenIn = (token: string | undefined, tokenFile: string | undefined) =>
  tokenOf({ token, tokenFile });

describe('tokenOf', () => {
  it('is the one that is said, else that in the file, else none', async () => {
    expect(await tokenIn('said', 'LICENSE')).toBe('said');
    expect(await tokenIn(undefined, '.prettierignore')).toMatch(/^\S[^]*\S$/);
    expect(await tokenIn(undefined, undefined)).toBeUndefined();
  });

  it('refuses a file that has none', async () => {
    await expect(tokenIn(undefined, 'none')).rejects.toThrow('token-file: ENOENT');
    await expect(tokenIn(undefined, '/dev/null')).rejects.toThrow('token-file: /dev/null is empty');
  });
});
