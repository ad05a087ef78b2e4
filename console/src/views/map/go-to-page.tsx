/** To a page by its number or by an address in it. */

interface Props {
  readonly onGo: (gfn: number) => void;
}

export function GoToPage({ onGo }: Props) {
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const said = new FormData(event.currentTarget);
        onGo(Math.floor(Number(said.get('number')) / Number(said.get('unit'))));
      }}
    >
      <label>
        Go to{' '}
        <select name="unit">
          <option value={1}>gfn</option>
          <option value={4096}>gpa</option>
        </select>
      </label>
      <input
        name="number"
        aria-label="Its number"
        placeholder="0x1000"
        pattern="0x[0-9a-fA-F]+|[0-9]+"
        title="hexadecimal with 0x, or decimal"
        required
        size={14}
      />
      <button>Go</button>
    </form>
  );
}
