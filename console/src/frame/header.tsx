/** Whose host it is, whether what is shown is still so, and the way to every view. */

import { answerOf } from '../../../src/client/answer-of.js';
import { service } from '../api.js';
import { useLive } from '../live/use-live.js';
import { goTo, hostName, hrefTo, place } from '../navigation.js';
import { VIEW_NAMES } from '../place.js';
import { VIEWS } from '../views/index.js';
import { LiveBadge } from './live-badge.js';

export function Header() {
  return (
    <header class="frame">
      <a class="brand" href={hrefTo({ view: 'domains', domid: undefined })}>
        fakexen
      </a>
      <HostChoice />
      <LiveBadge />
      <nav aria-label="Views">
        <ul>
          {VIEW_NAMES.map((name) => (
            <li key={name}>
              <a
                href={hrefTo({ view: name })}
                aria-current={place.value.view === name ? 'page' : undefined}
              >
                {VIEWS[name].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a class="docs" href="../docs">
        API
      </a>
    </header>
  );
}

/** Hosts come and go without a word in the journal of any: they are asked for when somebody looks. */
function HostChoice() {
  const { value, refresh } = useLive(
    async () => (await answerOf(service.value.GET('/hosts'))).hosts.map(({ name }) => name),
    () => false,
    [],
  );
  const names = new Set([...(value.value ?? []), hostName.value]);
  return (
    <label class="host">
      Host{' '}
      <select
        value={hostName.value}
        onFocus={refresh}
        onChange={({ currentTarget }) => goTo({ host: currentTarget.value, domid: undefined })}
      >
        {[...names].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
