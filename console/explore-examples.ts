/** The programs of `examples/explore`, as the console offers them. */

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { textOf } from './program-text.js';
import type { Example, Program } from './src/parts/sequence/program.js';

const FOLDER = new URL('../examples/explore/', import.meta.url);

export const readExamples = (): Example[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(new URL(file, FOLDER), 'utf8');
      const [comment = ''] = /^(#.*\n)+/.exec(text) ?? [];
      const program = parse(text) as Program;
      return {
        name: file.replace('.yaml', ''),
        about: comment.replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim(),
        program,
        text: textOf(program),
      };
    });
