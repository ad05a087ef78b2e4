/** What the guest is to do: a short-hand with its fields, or machine code with its registers. */

import { useSignal } from '@preact/signals';
import {
  FIELDS,
  TAKES,
  bodyOf,
  type AccessBody,
  type FieldName,
  type Kind,
} from './access-fields.js';

interface Props {
  readonly vcpus: number;
  /** What is filled in at first, by the names of the fields. */
  readonly asked: Readonly<Record<string, string>>;
  readonly onSubmit: (body: AccessBody) => void;
  readonly onProblem: (words: string) => void;
}

const KINDS = Object.keys(TAKES) as Kind[];
const AT_FIRST = { gpa: '0x1000008', size: '4', data: '0x2a' };

export function AccessForm({ vcpus, asked, onSubmit, onProblem }: Props) {
  const kind = useSignal<Kind>(KINDS.find((one) => one === asked['kind']) ?? 'write');
  const vcpu = useSignal(asked['vcpu'] ?? '0');
  const typed = useSignal<Partial<Record<FieldName, string>>>({ ...AT_FIRST, ...asked });

  const submit = (event: Event) => {
    event.preventDefault();
    try {
      onSubmit(bodyOf(kind.value, Number(vcpu.value), typed.value));
    } catch (error) {
      onProblem((error as Error).message);
    }
  };

  return (
    <form class="card row" onSubmit={submit}>
      <label>
        The guest’s vcpu{' '}
        <input
          type="number"
          min={0}
          max={vcpus - 1}
          value={vcpu.value}
          onInput={({ currentTarget }) => (vcpu.value = currentTarget.value)}
        />
      </label>
      <label>
        does{' '}
        <select
          value={kind.value}
          onChange={({ currentTarget }) => (kind.value = currentTarget.value as Kind)}
        >
          {KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {TAKES[kind.value].map((name) => (
        <label key={name}>
          {FIELDS[name].label}{' '}
          <input
            value={typed.value[name] ?? ''}
            placeholder={FIELDS[name].example}
            size={Math.max(8, FIELDS[name].example.length)}
            onInput={({ currentTarget }) =>
              (typed.value = { ...typed.value, [name]: currentTarget.value })
            }
          />
        </label>
      ))}
      <button class="primary">Do it</button>
    </form>
  );
}
