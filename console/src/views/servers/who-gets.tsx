/** Who gets this address? Answered by the choice that a guest access makes, and without making one. */

import { useEffect, useRef } from 'preact/hooks';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, hrefTo, place, restAt } from '../../navigation.js';
import { gfnOf } from '../../parts/gfn-of.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { wireOf, type Space } from './address.js';
import { answerSentence } from './answer-sentence.js';

const SPACES: Readonly<Record<Space, readonly [label: string, example: string]>> = {
  memory: ['guest-physical address', '0x1000008'],
  port: ['I/O port', '0x3f8'],
  pci: ['PCI function', '00:02.0'],
};
const DIRS = ['write', 'read'] as const;
const SIZES = ['4', '1', '2', '8'] as const;

const oneOf = <Name extends string>(names: readonly Name[], said: string | undefined): Name =>
  names.find((name) => name === said) ?? (names[0] as Name);

interface Props {
  readonly domid: number;
  readonly concerns: (entry: Entry) => boolean;
}

export function WhoGets({ domid, concerns }: Props) {
  const { query } = place.value;
  const type = oneOf(Object.keys(SPACES) as Space[], query['type']);
  const dir = oneOf(DIRS, query['dir']);
  const size = Number(oneOf(SIZES, query['size'])) as 1 | 2 | 4 | 8;
  const said = query['addr'] ?? '';
  const addr = wireOf(type, said);
  const [label, example] = SPACES[type];
  const { value, error } = useLive(
    async (signal) => {
      if (addr === undefined) return undefined;
      const params = { path: { domid }, query: { type, addr, size, dir } };
      return answerOf(api.value.GET('/domains/{domid}/ioreq-server-select', { params, signal }));
    },
    concerns,
    [hostName.value, domid, type, addr, size, dir],
  );
  const answer = value.value;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current !== null) field.current.value = said;
  }, [said]);
  const ask = (event: Event & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(event.currentTarget));
    restAt({ query: asked as Record<string, string> });
  };

  return (
    <section class="card servers-who">
      <h2>Who gets this address?</h2>
      <form class="row" onSubmit={ask} onChange={ask}>
        <label>
          A <Choice name="dir" value={dir} of={DIRS.map((one) => [one, one])} />
        </label>
        <label>
          of <Choice name="size" value={String(size)} of={SIZES.map((one) => [one, one])} /> bytes
        </label>
        <label>
          at{' '}
          <Choice
            name="type"
            value={type}
            of={Object.entries(SPACES).map(([name, [words]]) => [name, words])}
          />
        </label>
        <input name="addr" aria-label={label} placeholder={example} size={20} ref={field} />
        <button class="primary">Ask</button>
      </form>
      <ProblemLine
        error={
          said && addr === undefined
            ? `${said} is no ${label}: write it as ${example}`
            : error.value
        }
      />
      <div aria-live="polite">
        {answer && (
          <>
            <p class="servers-answer">{answerSentence(answer)}</p>
            <p>Why: {answer.why}.</p>
            {answer.passed_over.map(({ ioservid, why }) => (
              <p key={ioservid}>Not asked: {why}.</p>
            ))}
            {type === 'memory' && (
              <p>
                <a href={hrefTo({ view: 'map', domid, query: { gfn: gfnOf(answer.addr) } })}>
                  The page in the map
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

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly of: readonly (readonly [value: string, label: string])[];
}

const Choice = ({ name, value, of }: ChoiceProps) => (
  <select name={name} value={value}>
    {of.map(([one, label]) => (
      <option key={one} value={one}>
        {label}
      </option>
    ))}
  </select>
);
