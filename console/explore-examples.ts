/** The programs of `examples/explore`, as the console offers them. */

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FOLDER = new URL('../examples/explore/', import.meta.url);

export interface ExploreExample {
  readonly name: string;
  /** The comment above the program: what there is to see. */
  readonly about: string;
  /** The body of a `POST /explore`. */
  readonly program: unknown;
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
