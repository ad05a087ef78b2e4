/**
 * What the default host holds from the start and goes back to, read from a YAML or JSON file: a snapshot, or a list of
 * domains. The host is reset to it as a client would do it, so it is refused as it would be from one.
 */

import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/** A seed that cannot be had; says which file, and which field of it. */
export class SeedError extends Error {}

export async function seedFrom(file: string, app: FastifyInstance): Promise<void> {
  const seed = await contentOf(file);
  if (!isObject(seed)) throw new SeedError(`${file}: must be a mapping`);
  const answer = await app.inject({ method: 'POST', url: '/reset', payload: { seed } });
  if (answer.statusCode !== 204) throw refused(file, answer.json());
}

async function contentOf(file: string): Promise<unknown> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.startsWith('{')) return JSON.parse(text);
    const { default: yaml } = await import('yaml');
    return yaml.parse(text);
  } catch (error) {
    throw new SeedError(`${file}: ${(error as Error).message}`);
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Refusal {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

function refused(file: string, { detail = 'was refused', errors }: Refusal): SeedError {
  const lines = errors?.map((error) => `${file}: ${error.pointer} ${error.detail}`);
  return new SeedError(lines?.join('\n') ?? `${file}: ${detail}`);
}
