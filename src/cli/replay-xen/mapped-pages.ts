/**
 * Pages of the domain that dom0 has mapped: they stay what they are while the server or the domain that
 * they belong to goes.
 */

import type { ServedDomain } from './served-domain.js';

/** What a mapping is of. */
export type PageName = 'ioreq' | 'bufioreq' | 'ram';

const FRAMES = { bufioreq: 0, ioreq: 1 } as const;

export class MappedPages {
  readonly #domain: ServedDomain;
  readonly #ids = new Map<PageName, number[]>();

  constructor(domain: ServedDomain) {
    this.#domain = domain;
  }

  /** A page that the server shares, as a resource. */
  async mapResource(id: number, frame: number): Promise<void> {
    const name = frame === FRAMES.ioreq ? 'ioreq' : 'bufioreq';
    await this.#map(name, { ioservid: id, frame });
  }

  /** RAM by its gfns. */
  async mapGfns(name: PageName, first_gfn: unknown, nr: number): Promise<void> {
    await this.#map(name, { first_gfn, nr });
  }

  /** The first one mapped of that name; of a server that has none yet, the page is acquired. */
  async read(name: 'ioreq' | 'bufioreq'): Promise<Uint8Array> {
    const { bytes } = await this.#domain.demand('GET', await this.#pathOf(name));
    return bytes;
  }

  async write(name: 'ioreq' | 'bufioreq', offset: number, bytes: Uint8Array): Promise<void> {
    await this.#domain.demand('PUT', `${await this.#pathOf(name)}?offset=${offset}`, bytes);
  }

  async unmap(names: readonly PageName[]): Promise<void> {
    for (const name of names) {
      for (const id of this.#ids.get(name) ?? [])
        await this.#domain.demand('DELETE', `/mappings/${id}`);
      this.#ids.delete(name);
    }
  }

  has(name: PageName): boolean {
    return this.#ids.has(name);
  }

  async #pathOf(name: 'ioreq' | 'bufioreq'): Promise<string> {
    if (!this.has(name)) await this.mapResource(0, FRAMES[name]);
    return `/mappings/${this.#ids.get(name)?.[0] ?? 0}`;
  }

  async #map(name: PageName, body: object): Promise<void> {
    const { answer } = await this.#domain.demand('POST', '/mappings', body);
    this.#ids.set(name, [...(this.#ids.get(name) ?? []), answer['id'] as number]);
  }
}
