/** To a page by its number or by an address in it. */

import { useSignal } from '@preact/signals';

const PAGE = 4096;

export function GoToPage({ onGo }: { readonly onGo: (gfn: number) => void }) {
  const typed = useSignal('');
  const kind = useSignal<'gfn' | 'gpa'>('gfn');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number(typed.value);
        if (Number.isSafeInteger(number))
          onGo(kind.value === 'gfn' ? number : Math.floor(number / PAGE));
      }}
    >
      <label>
        Go to{' '}
        <select
          value={kind.value}
          onChange={({ currentTarget }) => (kind.value = currentTarget.value as 'gfn' | 'gpa')}
        >
          <option>gfn</option>
          <option>gpa</option>
        </select>
      </label>
      <input
        aria-label={`The ${kind.value}`}
        placeholder="0x1000"
        pattern="0x[0-9a-fA-F]+|[0-9]+"
        title="hexadecimal with 0x, or decimal"
        required
        size={14}
        value={typed.value}
        onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
      />
      <button>Go</button>
    </form>
  );
}
