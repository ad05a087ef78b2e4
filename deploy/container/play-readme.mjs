/**
 * What README.md says to do with a container, done: its commands, on a port that is free here, and then its transcript
 * on the host that they started. Ends with status 1 where an answer is another.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { playTranscriptAt } from '../../scripts/transcript.mjs';
import { freePort } from '../free-port.mjs';

const SECTION = /^## Container\n[^]*?```sh\n([^]*?)```/m;
const PRINTED = '127.0.0.1:8080';

const readme = readFileSync('README.md', 'utf8');
const address = `127.0.0.1:${String(await freePort())}`;

// The image is there, of a base that this machine can get.
const commands = SECTION.exec(readme)[1]
  .split('\n')
  .filter((line) => !line.startsWith('podman build'));
const [toStop] = commands.filter((line) => line.startsWith('podman stop'));

run(commands.filter((line) => line !== toStop));
const played = await playTranscriptAt(`http://${address}`, readme);
run([toStop]);

const differing = differences(countless(readme), countless(played));
console.error(differing.join('\n'));
process.exitCode = differing.length > 0 ? 1 : 0;

function run(lines) {
  const script = lines.join('\n').replaceAll(PRINTED, address);
  const { status } = spawnSync('bash', ['-euxc', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

/** Its own checks of its health are requests too. */
function countless(text) {
  return text.replace(/:request:req-\w+/g, ':request:…');
}

function differences(wanted, got) {
  const answers = got.split('\n');
  return wanted
    .split('\n')
    .flatMap((line, at) => (line === answers[at] ? [] : [`- ${line}`, `+ ${answers[at]}`]));
}
