/** The colours of the map as the canvas wants them: those of the style sheet, resolved for light or dark. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { P2mType } from './map-cells.js';

/** The custom property of each type; what has none of its own is not told apart by colour. */
const TOKENS: Partial<Record<P2mType, string>> = {
  ram_rw: '--ram-rw',
  ram_ro: '--ram-ro',
  ram_logdirty: '--ram-logdirty',
  ioreq_server: '--ioreq-server',
  mmio_dm: '--mmio-dm',
  mmio_direct: '--mmio-direct',
  populate_on_demand: '--map-populate-on-demand',
  grant_map_rw: '--map-grant',
  grant_map_ro: '--map-grant',
  map_foreign: '--map-foreign',
};

export const tokenOf = (type: P2mType): string => TOKENS[type] ?? '--other-type';

export interface Palette {
  readonly of: (token: string) => string;
}

const newPalette = (): Palette => {
  const known = new Map<string, string>();
  return {
    of(token) {
      let colour = known.get(token);
      if (colour === undefined) known.set(token, (colour = resolved(token)));
      return colour;
    },
  };
};

const palettes = signal(newPalette());
export const palette: ReadonlySignal<Palette> = palettes;

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  palettes.value = newPalette();
});

/** Only an element knows what `light-dark()` comes to. */
function resolved(token: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${token})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
