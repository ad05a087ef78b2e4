/** For Vite: what the console reads as JSON when it needs it, so that its script is spared of it. */

import type { Plugin } from 'vite';
import { readExamples } from './explore-examples.js';
import { ABOUT, POINTS } from './explore-texts.js';
import { TOUR } from './src/views/tour/table.js';
import { TRACE_WORDS } from './trace-words.js';

/** By the name of a module whose default export is the URL of the file. */
const CONTENTS: Readonly<Record<string, () => unknown>> = {
  'virtual:explore-table': () => ({ about: ABOUT, points: POINTS, examples: readExamples() }),
  'virtual:tour-table': () => TOUR,
  'virtual:trace-words': () => TRACE_WORDS,
};

/** Marks, for Vite, a module that is in no file. */
const MADE = '\0';

export function jsonAssets(): Plugin {
  return {
    name: 'json-assets',
    resolveId: (id) => (id in CONTENTS ? MADE + id : undefined),
    load(id) {
      const name = id.replace(MADE, '');
      const contents = id === name ? undefined : CONTENTS[name];
      if (contents === undefined) return undefined;
      const file = this.emitFile({
        type: 'asset',
        name: `${name.replace('virtual:', '')}.json`,
        source: JSON.stringify(contents()),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}
