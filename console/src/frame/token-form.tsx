/** Shown when the service wants a token that it was not given. */

import { useRef } from 'preact/hooks';
import { giveToken } from '../token.js';

export function TokenForm() {
  const given = useRef<HTMLInputElement>(null);
  return (
    <form
      class="card token"
      onSubmit={(event) => {
        event.preventDefault();
        giveToken(given.current?.value ?? '');
      }}
    >
      <h1>This service asks for a token</h1>
      <label>
        The one that it was started with{' '}
        <input ref={given} type="password" autoComplete="off" required />
      </label>
      <button>Go on</button>
    </form>
  );
}
