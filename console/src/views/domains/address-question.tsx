/** The question that brings most people here; the servers view answers it. */

import { useSignal } from '@preact/signals';
import { goTo } from '../../navigation.js';

export function AddressQuestion({ domid }: { readonly domid: number }) {
  const addr = useSignal('');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        goTo({ view: 'servers', domid, query: { type: 'memory', addr: addr.value.trim() } });
      }}
    >
      <label>
        Who gets an access to guest-physical address{' '}
        <input
          value={addr.value}
          placeholder="0x1000008"
          size={18}
          required
          onInput={({ currentTarget }) => (addr.value = currentTarget.value)}
        />
      </label>
      <button>Ask</button>
    </form>
  );
}
