/** Colours as a canvas wants them: those of the style sheet, resolved for light or dark. */

import { signal, type ReadonlySignal } from '@preact/signals';

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
