/**
 * Paths of the store: absolute ones, those relative to the home of whoever asks, and the special ones that can only be
 * watched. Source: docs/misc/xenstore.txt.
 */

import { XenstoreError } from './xenstore-error.js';

const MOST_ABSOLUTE = 3072;
const MOST_RELATIVE = 2048;
const ALLOWED = /^[-A-Za-z0-9/_@]+$/;

export const homeOf = (domid: number): string => `/local/domain/${domid}`;

export const isSpecial = (path: string): boolean => path.startsWith('@');

/** The absolute path; EINVAL. */
export function absolute(path: string, domid: number): string {
  const isRelative = !path.startsWith('/') && !isSpecial(path);
  const most = isRelative ? MOST_RELATIVE : MOST_ABSOLUTE;
  const isBad =
    !ALLOWED.test(path) ||
    path.length > most ||
    path.includes('//') ||
    (path.length > 1 && path.endsWith('/'));
  if (isBad) throw new XenstoreError('EINVAL', `${path} is no path`);
  return isRelative ? `${homeOf(domid)}/${path}` : path;
}

/** Undefined of the root. */
export function parentOf(path: string): string | undefined {
  if (path === '/') return undefined;
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const childOf = (path: string, name: string): string =>
  path === '/' ? `/${name}` : `${path}/${name}`;

/** Whether a path is another one, or lies below it. */
export const isWithin = (path: string, above: string): boolean =>
  path === above || above === '/' || path.startsWith(`${above}/`);
