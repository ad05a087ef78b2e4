/**
 * What three processes behind a proxy must do, as a client sees it: keep every host at one process, let WebSockets and
 * streams of events through, and lose nothing but what a killed process had, which another takes up from the folder
 * that they share.
 */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, ask, forEach } from './ask.mjs';
import { serveOneWrite, writeThatWaits } from './device-model.mjs';
import { firstEvent } from './events.mjs';

const PAUSE_MS = 50;
const NAMES = Array.from({ length: 300 }, (_, nth) => `run-${String(nth)}`);

/** What became of a call: elsewhere it would have been answered. HAProxy closes a connection that was used before. */
const UNKNOWN = new Set(['502', 'no answer']);

/**
 * Steps by what they show, to be taken in order: each says what it found, and throws where it should be otherwise.
 * @returns {Record<string, () => Promise<string>>}
 */
export function storyOf(proxy, processes, { stateDir, revive }) {
  const at = (name, path = '') => `${proxy}/hosts/${name}${path}`;
  const machinesOf = (names) =>
    forEach(names, async (name) => (await ask(at(name, '/snapshot'))).body);
  const [doomed] = processes;
  /** Whose host is where, and what each was. */
  let homes;
  let machines;

  return {
    'makes 300 hosts': async () => {
      await forEach(NAMES, async (name) => {
        equal((await ask(at(name), 'PUT', {})).status, 201);
        equal((await ask(at(name, '/domains'), 'POST', { memory_mib: 1, name })).status, 201);
      });
      homes = await Promise.all(processes.map(({ url }) => hostsOf(url)));
      deepEqual(homes.flat().toSorted(), NAMES.toSorted());
      ok(homes.every(({ length }) => length > NAMES.length / 10));
      return `${homes.map(({ length }) => length).join(' + ')} of them`;
    },

    'finds each where it was made': async () => {
      const domains = await forEach(
        NAMES,
        async (name) => (await ask(at(name, '/domains'))).body.domains,
      );
      deepEqual(
        domains.flat().map(({ name }) => name),
        NAMES,
      );
      return `${String(domains.length)} times its own domain`;
    },

    'lets a WebSocket and a stream of events through at once': async () => {
      const [, [name]] = homes;
      const events = at(name, '/events?kind=ioreq_completed');
      let written;
      const event = await firstEvent(events, async () => {
        written = await serveOneWrite(proxy, name);
      });
      equal(written, '0x8 0x2a');
      return `a write of ${written}, and the event ${event}`;
    },

    'writes each down': async () => {
      const all = await machinesOf(NAMES);
      machines = new Map(NAMES.map((name, nth) => [name, all[nth]]));
      const since = Date.now();
      const files = NAMES.map((name) => join(stateDir, `${name}.fakexen`));
      while (files.some((file) => statSync(file).mtimeMs < since)) await sleep(PAUSE_MS);
      return `${String(files.length)} files`;
    },

    'makes no call again when its process is killed': async () => {
      const { ends } = await writeThatWaits(proxy, homes[0][0]);
      await doomed.kill();
      const end = await ends;
      ok(UNKNOWN.has(end), end);
      return `the client gets ${end}`;
    },

    'leaves the hosts of others untouched': async () => {
      const kept = homes.slice(1).flat();
      deepEqual(
        await machinesOf(kept),
        kept.map((name) => machines.get(name)),
      );
      return `${String(kept.length)} are what they were, to the last page`;
    },

    'has another process take up those of the killed one': async () => {
      const lost = homes[0].slice(1);
      await forEach(lost, async (name) => {
        const { restore } = await answerOf(410, at(name, '/domains'));
        await answerOf(200, `${proxy}${restore}`, 'POST');
      });
      deepEqual(
        await machinesOf(lost),
        lost.map((name) => machines.get(name)),
      );
      return `${String(lost.length)} are what they were when they were last written`;
    },

    'gives them back to it once it is there again': async () => {
      const [name, ...others] = homes[0].slice(1);
      await revive(doomed);
      while ((await ask(at(name, '/domains'))).status !== 410) await sleep(PAUSE_MS);
      await forEach([name, ...others], (host) => answerOf(200, at(host, '/restore'), 'POST'));
      while ((await hostsOf(processes[1].url)).some((host) => others.includes(host)))
        await sleep(PAUSE_MS);
      deepEqual(
        await machinesOf(others),
        others.map((host) => machines.get(host)),
      );
      return `${String(others.length + 1)} are there, and nowhere else`;
    },

    'knows a host that there never was from one that is not there': async () => {
      const { type } = await answerOf(404, at('never', '/domains'));
      return type;
    },
  };
}

async function hostsOf(process) {
  const { body } = await ask(`${process}/hosts`);
  return body.hosts.map(({ name }) => name).filter((name) => name !== 'default');
}
