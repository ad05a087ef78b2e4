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
