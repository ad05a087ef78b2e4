/** The token of a service that asks for one, kept as long as the tab is open. */

import { computed, signal } from '@preact/signals';

const KEPT_AS = 'fakexen-token';

export const token = signal(sessionStorage.getItem(KEPT_AS) ?? undefined);

const wasRefused = signal(false);
export const tokenIsWanted = computed(() => wasRefused.value);

export function refuseToken(): void {
  wasRefused.value = true;
}

export function giveToken(given: string): void {
  sessionStorage.setItem(KEPT_AS, given);
  token.value = given;
  wasRefused.value = false;
}
