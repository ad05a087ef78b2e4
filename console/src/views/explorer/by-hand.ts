/** The same without the console: what a shell would say. */

import { replayBody, type Program, type ProgramMove } from '../../parts/sequence/program.js';
import { settingsOf, type Overrides } from './overrides.js';

/** The witness, step by step. */
export const curlOf = (url: string, program: Program, witness: readonly ProgramMove[]): string =>
  `curl -s ${url}/explore/replay -H 'content-type: application/json' -d ` +
  quoted(JSON.stringify(replayBody(program, witness)));

/** The whole exploration, and this outcome's witness. */
export const commandOf = (example: string, { profile, knobs }: Overrides, nr: number): string =>
  [
    `npm run explore -- examples/explore/${example}.yaml`,
    ...(profile === undefined ? [] : [`--profile ${profile}`]),
    ...settingsOf(knobs).map((setting) => `--knob ${setting}`),
    `--outcome ${nr}`,
  ].join(' ');

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
