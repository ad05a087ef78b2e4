import { describe, expect, it } from 'vitest';
import {
  absolute,
  childOf,
  homeOf,
  isSpecial,
  isWithin,
  nameOf,
  parentOf,
} from '../../src/xenstore/path.js';

describe('absolute', () => {
  it('puts relative paths below the home of who asks', () => {
    expect(absolute('backend/vbd', 0)).toBe('/local/domain/0/backend/vbd');
    expect(absolute('/vm', 3)).toBe('/vm');
    expect(absolute('@releaseDomain', 0)).toBe('@releaseDomain');
    expect(homeOf(7)).toBe('/local/domain/7');
  });

  it.each(['', '/a//b', '/a/', '/a b', `/${'x'.repeat(3072)}`])('refuses %j', (path) => {
    expect(() => absolute(path, 0)).toThrow(expect.objectContaining({ errno: 'EINVAL' }));
  });
});

describe('the parts of a path', () => {
  it('are its parent, its name and its children', () => {
    expect([parentOf('/a/b'), parentOf('/a'), parentOf('/')]).toEqual(['/a', '/', undefined]);
    expect(nameOf('/a/b')).toBe('b');
    expect([childOf('/', 'a'), childOf('/a', 'b')]).toEqual(['/a', '/a/b']);
  });

  it('tell what lies below what', () => {
    expect(isWithin('/a/b', '/a')).toBe(true);
    expect(isWithin('/ab', '/a')).toBe(false);
    expect(isWithin('/ab', '/')).toBe(true);
    expect(isSpecial('@introduceDomain')).toBe(true);
  });
});
