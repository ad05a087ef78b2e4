/** Who gets this address? Answered by the choice that a guest access makes, and without making one. */

import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, hrefTo, place, restAt } from '../../navigation.js';
import { gfnOf } from '../../parts/gfn-of.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { wireOf, type Space } from './address.js';
import { answerSentence } from './answer-sentence.js';

const SPACES: Readonly<Record<Space, { readonly label: string; readonly example: string }>> = {
  memory: { label: 'guest-physical address', example: '0x1000008' },
  port: { label: 'I/O port', example: '0x3f8' },
  pci: { label: 'PCI function', example: '00:02.0' },
};
const SIZES = [1, 2, 4, 8] as const;

interface Props {
  readonly domid: number;
  readonly concerns: (entry: Entry) => boolean;
}

export function WhoGets({ domid, concerns }: Props) {
  const { query } = place.value;
  const space =
    (query['type'] ?? 'memory') in SPACES ? ((query['type'] ?? 'memory') as Space) : 'memory';
  const dir = query['dir'] === 'read' ? 'read' : 'write';
  const size = SIZES.find((one) => String(one) === query['size']) ?? 4;
  const said = query['addr'] ?? '';
  const typed = useSignal(said);
  const addr = wireOf(space, said);
  const { value, error } = useLive(
    async (signal) => {
      if (addr === undefined) return undefined;
      const params = { path: { domid }, query: { type: space, addr, size, dir } as const };
      return answerOf(api.value.GET('/domains/{domid}/ioreq-server-select', { params, signal }));
    },
    concerns,
    [hostName.value, domid, space, addr, size, dir],
  );
  const answer = value.value;
  const ask = (change: Record<string, string>) =>
    restAt({
      query: { type: space, dir, size: String(size), addr: typed.value.trim(), ...change },
    });

  return (
    <section class="card servers-who" aria-label="Who gets this address?">
      <h2>Who gets this address?</h2>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          ask({});
        }}
      >
        <label>
          A{' '}
          <select value={dir} onChange={({ currentTarget }) => ask({ dir: currentTarget.value })}>
            <option>write</option>
            <option>read</option>
          </select>
        </label>
        <label>
          of{' '}
          <select
            value={String(size)}
            onChange={({ currentTarget }) => ask({ size: currentTarget.value })}
          >
            {SIZES.filter((bytes) => bytes < 8 || space === 'memory').map((bytes) => (
              <option key={bytes}>{bytes}</option>
            ))}
          </select>{' '}
          bytes
        </label>
        <label>
          at{' '}
          <select
            value={space}
            onChange={({ currentTarget }) => ask({ type: currentTarget.value })}
          >
            {Object.entries(SPACES).map(([name, { label }]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <input
          aria-label={SPACES[space].label}
          placeholder={SPACES[space].example}
          value={typed.value}
          size={20}
          required
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />
        <button class="primary">Ask</button>
      </form>
      <ProblemLine
        error={
          said !== '' && addr === undefined
            ? `${said} is no ${SPACES[space].label}: write it as ${SPACES[space].example}`
            : error.value
        }
      />
      <div aria-live="polite">
        {answer && addr !== undefined && (
          <>
            <p class="servers-answer">{answerSentence(answer)}</p>
            <p>Why: {answer.why}.</p>
            {answer.passed_over.length > 0 && (
              <ul>
                {answer.passed_over.map(({ ioservid, why }) => (
                  <li key={ioservid}>Not asked for it: {why}.</li>
                ))}
              </ul>
            )}
            {space === 'memory' && (
              <p>
                <a href={hrefTo({ view: 'map', domid, query: { gfn: gfnOf(answer.addr) } })}>
                  See the page in the map
                </a>
                {' · '}
                <a href={hrefTo({ view: 'access', domid, query: { gpa: answer.addr, kind: dir } })}>
                  Let a guest do it
                </a>
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
