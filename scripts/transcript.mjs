/**
 * The transcript in README.md: blocks of `console`, in which a line that begins with `$ ` is a command
 * for one and the same shell, and the lines below it are what it prints.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BLOCK = /```console\n([^]*?)```/g;
const PRINTED_URL = 'http://127.0.0.1:8080';
const MARK = '--- end of what a command prints ---';
const SERVER = fileURLToPath(new URL('../dist/bundle/fakexen.js', import.meta.url));
const SEED = fileURLToPath(new URL('../examples/xengt.yaml', import.meta.url));

/** The text with the answers that the service gives now, played on a service of its own. */
export async function playTranscript(text) {
  const server = spawn(process.execPath, [SERVER, 'serve', '--port', '0', '--seed', SEED], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    return await playTranscriptAt(await readyUrl(server), text);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** The same, played on a service that is there. */
export async function playTranscriptAt(url, text) {
  const commands = commandsOf(text).map((line) => line.replaceAll(PRINTED_URL, url));
  return withAnswers(text, await runShell(commands));
}

const linesOf = (block) => block.split('\n').filter((line) => line.startsWith('$ '));

const commandsOf = (text) =>
  [...text.matchAll(BLOCK)].flatMap(([, block]) => linesOf(block).map((line) => line.slice(2)));

function withAnswers(text, answers) {
  let next = 0;
  return text.replaceAll(BLOCK, (_, block) => {
    const lines = linesOf(block).flatMap((line) => [line, ...answers[next++]]);
    return `\`\`\`console\n${lines.join('\n')}\n\`\`\``;
  });
}

async function readyUrl(server) {
  for await (const chunk of server.stdout) {
    const { event, url } = JSON.parse(String(chunk).split('\n')[0]);
    if (event === 'ready') return url;
  }
  throw new Error('the service ended before it was ready');
}

/** What each command prints, a list of lines each. */
async function runShell(commands) {
  const shell = spawn('bash', [], { stdio: ['pipe', 'pipe', 'inherit'] });
  shell.stdin.end(commands.map((command) => `${command}\necho '${MARK}'\n`).join(''));
  let printed = '';
  for await (const chunk of shell.stdout) printed += String(chunk);
  return printed
    .split(`${MARK}\n`)
    .slice(0, -1)
    .map((part) => part.split('\n').slice(0, -1));
}
