/** Who gets this address? Answered by the choice that a guest access makes, and without making one. */

import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, hrefTo, place, restAt } from '../../navigation.js';
import { bothWays, type Space } from '../../parts/both-ways.js';
import { gfnOf } from '../../parts/gfn-of.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { WhoGetsIt } from '../../parts/who-gets-it.js';
import { wireOf } from './address.js';

const SPACES: Readonly<Record<Space, readonly [label: string, example: string]>> = {
  memory: ['guest-physical address', '0x1000008'],
  port: ['I/O port', '0x3f8'],
  pci: ['PCI function', '00:02.0'],
};

interface Props {
  readonly domid: number;
  readonly concerns: (entry: Entry) => boolean;
}

export function WhoGets({ domid, concerns }: Props) {
  const { query } = place.value;
  const asked = query['type'] ?? '';
  const type = Object.hasOwn(SPACES, asked) ? (asked as Space) : 'memory';
  const [label, example] = SPACES[type];
  const said = query['addr'] ?? '';
  const addr = wireOf(type, said);
  const { value, error } = useLive(
    (signal) => (addr ? bothWays(domid, type, addr, signal) : Promise.resolve(undefined)),
    concerns,
    [hostName.value, domid, type, addr],
  );
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current !== null) field.current.value = said;
  }, [said]);
  const ask = (event: Event & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    restAt({ query: fields as Record<string, string> });
  };
  const refused = said && !addr ? `${said} is no ${label}: write it as ${example}` : error.value;

  return (
    <section class="card servers-who">
      <h2>Who gets this address?</h2>
      <form class="row" onSubmit={ask}>
        <select
          name="type"
          aria-label="What it is"
          value={type}
          onChange={({ currentTarget }) => restAt({ query: { type: currentTarget.value } })}
        >
          {Object.entries(SPACES).map(([name, [words]]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        <input name="addr" aria-label={label} placeholder={example} size={20} ref={field} />
        <button class="primary">Ask</button>
      </form>
      <ProblemLine error={refused} />
      <div aria-live="polite">
        {value.value && addr && (
          <>
            <WhoGetsIt answers={value.value} />
            {type === 'memory' && (
              <p>
                <a href={hrefTo({ view: 'map', domid, query: { gfn: gfnOf(addr) } })}>
                  The page in the map
                </a>
                {' · '}
                <a href={hrefTo({ view: 'access', domid, query: { gpa: addr, kind: 'write' } })}>
                  Let a guest write there
                </a>
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
