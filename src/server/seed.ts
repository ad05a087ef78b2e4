/**
 * What the default host holds from the start, read from a YAML file. Each domain is the body of a `POST /domains`,
 * and is posted: what the file may say, and how it is refused, is what a client may send.
 */

import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { parse } from 'yaml';

/** A seed that cannot be had; says which file, and which field of it. */
export class SeedError extends Error {}

export async function seedFrom(file: string, app: FastifyInstance): Promise<void> {
  const domains = domainsOf(await contentOf(file), file);
  for (const [index, payload] of domains.entries()) {
    const answer = await app.inject({ method: 'POST', url: '/domains', payload });
    if (answer.statusCode !== 201)
      throw refused(`${file}: /domains/${String(index)}`, answer.json());
  }
}

async function contentOf(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new SeedError(`${file}: ${(error as Error).message}`);
  }
}

function domainsOf(seed: unknown, file: string): object[] {
  const domains =
    isObject(seed) && Object.keys(seed).join() === 'domains' ? seed['domains'] : undefined;
  if (!Array.isArray(domains)) {
    throw new SeedError(`${file}: must be a mapping with one key, domains, that holds a list`);
  }
  return domains.map((domain: unknown, index) => {
    if (isObject(domain)) return domain;
    throw new SeedError(`${file}: /domains/${String(index)} must be a mapping`);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Refusal {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

function refused(where: string, { detail = 'was refused', errors }: Refusal): SeedError {
  const lines = errors?.map((error) => `${where}${error.pointer} ${error.detail}`);
  return new SeedError(lines?.join('\n') ?? `${where}: ${detail}`);
}
