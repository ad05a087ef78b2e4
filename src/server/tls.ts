/** HTTPS by a certificate and a key in files, which are read again on SIGHUP. */

import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import { ConfigError } from './config.js';
import type { Settings } from './settings.js';

export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

type Files = Pick<Settings, 'tlsCert' | 'tlsKey'>;

/** Undefined: plain HTTP is asked for. */
export async function keyPairOf({ tlsCert, tlsKey }: Files): Promise<KeyPair | undefined> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined) throw new ConfigError('tls-key: needs tls-cert');
  if (tlsKey === undefined) throw new ConfigError('tls-cert: needs tls-key');
  const [cert, key] = await Promise.all([read('tls-cert', tlsCert), read('tls-key', tlsKey)]);
  return { cert, key };
}

/** Connections that there are keep the certificate that they began with. */
export function renewOnHangup(app: FastifyInstance, files: Files): void {
  process.on('SIGHUP', () => {
    renew(app, files).then(
      () => app.log.info('certificate read again'),
      (error: unknown) => app.log.error({ err: error }, 'certificate kept as it was'),
    );
  });
}

export async function renew({ server }: FastifyInstance, files: Files): Promise<void> {
  const pair = await keyPairOf(files);
  if (pair !== undefined) (server as unknown as Server).setSecureContext({ ...pair });
}

const read = (flag: string, file: string) =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new ConfigError(`${flag}: ${(error as Error).message}`);
  });
