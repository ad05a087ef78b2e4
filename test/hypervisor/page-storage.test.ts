import { describe, expect, it } from 'vitest';
import { storageFor, type PageStorage } from '../../src/hypervisor/page-storage.js';
import { errno } from '../support/host.js';

describe('storageFor', () => {
  const asked: number[] = [];
  const place: PageStorage = {
    allocate: () => new Uint8Array(4096),
    release: () => undefined,
    close: () => undefined,
  };
  const storageOf = (domid: number) => {
    asked.push(domid);
    return place;
  };

  it.each([true, undefined])('gives the place of the host to one that wants %s', (isWanted) => {
    expect(storageFor(7, isWanted, storageOf)).toBe(place);
    expect(asked.pop()).toBe(7);
  });

  it('gives none to one that wants none, and asks for none', () => {
    expect(storageFor(7, false, storageOf)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('answers EOPNOTSUPP where there is no place for one that wants it', () => {
    expect(() => storageFor(7, true, undefined)).toThrow(errno('EOPNOTSUPP', 'it needs shm-dir'));
    expect(storageFor(7, undefined, undefined)).toBeUndefined();
  });
});
