/** One expectation: how often a record is there, or which follow each other. */

import { HOWS, isCounted, type Expectation, type How } from './expectations.js';
import { FieldInputs } from './field-inputs.js';
import { PATTERN_FIELDS } from './said-fields.js';

interface Props {
  readonly expectation: Expectation;
  readonly number: number;
  /** Undefined: it is expected no more. */
  readonly onChange: (expectation: Expectation | undefined) => void;
}

const HOW_NAMES = Object.keys(HOWS) as How[];

export function ExpectationForm({ expectation, number, onChange }: Props) {
  const { how, count, patterns } = expectation;
  const change = (of: Partial<Expectation>) => onChange({ ...expectation, ...of });
  return (
    <fieldset class="journal-expected">
      <legend>Expectation {number}</legend>
      <p class="row">
        <label>
          There is{' '}
          <select
            value={how}
            onChange={({ currentTarget }) => change({ how: currentTarget.value as How })}
          >
            {HOW_NAMES.map((name) => (
              <option key={name} value={name}>
                {HOWS[name]}
              </option>
            ))}
          </select>
        </label>
        {isCounted(how) && (
          <label>
            <input
              type="number"
              min={0}
              value={count}
              onInput={({ currentTarget }) => change({ count: currentTarget.valueAsNumber || 0 })}
            />{' '}
            times a record with
          </label>
        )}
        <button type="button" onClick={() => onChange(undefined)}>
          Remove
        </button>
      </p>
      {(how === 'order' ? patterns : patterns.slice(0, 1)).map((said, index) => (
        <p key={index} class="row">
          {index > 0 && 'then '}
          <FieldInputs
            names={PATTERN_FIELDS}
            said={said}
            onChange={(changed) => change({ patterns: patterns.with(index, changed) })}
          />
        </p>
      ))}
      {how === 'order' && (
        <button type="button" onClick={() => change({ patterns: [...patterns, {}] })}>
          And after it
        </button>
      )}
    </fieldset>
  );
}
