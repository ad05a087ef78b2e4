/** For Vite: the programs of `examples/explore` as one JSON file that the console fetches when it needs them. */

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Plugin } from 'vite';

const FOLDER = new URL('../examples/explore/', import.meta.url);
const MODULE = 'virtual:explore-examples';

export interface ExploreExample {
  readonly name: string;
  /** The comment above the program: what there is to see. */
  readonly about: string;
  /** The body of a `POST /explore`. */
  readonly program: unknown;
}

/** The module's default export is the URL of that file. */
export function exploreExamples(): Plugin {
  return {
    name: 'explore-examples',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const source = JSON.stringify(readExamples());
      const file = this.emitFile({ type: 'asset', name: 'explore-examples.json', source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

export const readExamples = (): ExploreExample[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(new URL(file, FOLDER), 'utf8');
      const [comment = ''] = /^(#.*\n)+/.exec(text) ?? [];
      return {
        name: file.replace('.yaml', ''),
        about: comment.replaceAll(/\s*#\s*/g, ' ').trim(),
        program: parse(text) as unknown,
      };
    });
