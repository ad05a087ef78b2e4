/** Inputs that say which records are meant: for the filter as for what is expected. */

import { RECORD_KINDS } from '../../parts/record-in-words.js';
import type { FieldName, SaidFields } from './said-fields.js';

interface Props {
  readonly names: readonly FieldName[];
  readonly said: SaidFields;
  readonly onChange: (said: SaidFields) => void;
}

const NUMBER = '[0-9]+';
/** Label, an example, what it looks like, and how wide it is. */
const LOOKS: Readonly<Record<FieldName, readonly [string, string, string, number]>> = {
  kind: ['Kind', '', '', 0],
  op: ['Operation', 'dmop/*', '.*', 20],
  domid: ['Domain', '1', NUMBER, 4],
  vcpu: ['Vcpu', '0', NUMBER, 3],
  gfn: ['Page (gfn)', '0x1000', '0x[0-9a-fA-F]+|[0-9]+', 10],
  rc: ['Result (rc)', '0', '-?[0-9]+', 5],
  fields: ['Other fields', 'addr=0x1000008 size=4', '(\\s*\\w+=.+)*', 64],
};

export const OPS_ID = 'journal-ops';

export function FieldInputs({ names, said, onChange }: Props) {
  const { kind = '' } = said;
  const kinds: readonly string[] = RECORD_KINDS;
  return (
    <>
      {names.map((name) => {
        const [label, placeholder, pattern, size] = LOOKS[name];
        const onInput = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
          onChange({ ...said, [name]: value });
        return (
          <label key={name}>
            {label}{' '}
            {name === 'kind' ? (
              <select value={kind} onChange={onInput}>
                <option value="">any</option>
                {(kinds.includes(kind) || kind === '' ? kinds : [kind, ...kinds]).map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            ) : (
              <input
                value={said[name] ?? ''}
                list={name === 'op' ? OPS_ID : undefined}
                {...{ placeholder, pattern, size, onInput }}
              />
            )}
          </label>
        );
      })}
    </>
  );
}
