/** The bearer token (RFC 6750) of a service: what its clients send and it wants. */

import { readFile } from 'node:fs/promises';
import { ConfigError } from './config.js';
import type { Settings } from './settings.js';

/** Said or in a file; undefined: everybody may call. */
export async function tokenOf({
  token,
  tokenFile,
}: Pick<Settings, 'token' | 'tokenFile'>): Promise<string | undefined> {
  if (token !== undefined || tokenFile === undefined) return token;
  const inFile = await readFile(tokenFile, 'utf8').catch((error: unknown) => {
    throw new ConfigError(`token-file: ${(error as Error).message}`);
  });
  if (inFile.trim() === '') throw new ConfigError(`token-file: ${tokenFile} is empty`);
  return inFile.trim();
}
