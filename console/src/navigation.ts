/** Where this page is, and how it comes to be elsewhere. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { fragmentOf, placeIn, type Place } from './place.js';

const here = signal(placeIn(location.hash));
export const place: ReadonlySignal<Place> = here;
export const hostName = computed(() => here.value.host);

addEventListener('hashchange', () => {
  here.value = placeIn(location.hash);
});

/** What is not said stays as it is, but for the query, which belongs to one view. */
export const hrefTo = (change: Partial<Place>): string =>
  fragmentOf({ ...here.value, query: {}, ...change });

export function goTo(change: Partial<Place>): void {
  location.hash = hrefTo(change);
}

/** The same without a step back to where one was: for what changes by the second. */
export function restAt(change: Partial<Place>): void {
  history.replaceState(null, '', hrefTo(change));
  here.value = placeIn(location.hash);
}

/** Of the query, what is said is another; undefined or empty: it goes. */
export function restWith(change: Readonly<Record<string, string | undefined>>): void {
  const query = { ...here.value.query, ...change };
  restAt({
    query: Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
  });
}
