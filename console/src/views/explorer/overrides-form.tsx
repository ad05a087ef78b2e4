/** On which Xen a program is run, and what is turned on that. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { useLive } from '../../live/use-live.js';
import type { Program } from '../../parts/sequence/program.js';
import type { Overrides } from './overrides.js';

interface Props {
  readonly program: Program | undefined;
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

export function OverridesForm({ program, overrides, onChange }: Props) {
  const { value } = useLive(
    (signal) => answerOf(api.value.GET('/profiles', { signal })),
    () => false,
    [],
  );
  const { profiles = [], knobs = [], default: usual } = value.value ?? {};
  const named = overrides.profile ?? program?.profile ?? usual;
  const own = { ...profiles.find(({ name }) => name === named)?.knobs, ...program?.knobs };

  const turn = (name: string, text: string) => {
    const { [name]: _, ...rest } = overrides.knobs;
    const to = knobs.find((knob) => knob.name === name)?.values.find((one) => String(one) === text);
    onChange({ ...overrides, knobs: to === undefined ? rest : { ...rest, [name]: to } });
  };
  return (
    <div class="row">
      <label>
        Profile{' '}
        <select
          value={overrides.profile ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ ...overrides, profile: currentTarget.value || undefined })
          }
        >
          <option value="">the program’s ({program?.profile ?? usual})</option>
          {profiles.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {knobs
        .filter(({ name }) => name in overrides.knobs)
        .map(({ name, values, what }) => (
          <label key={name} title={what}>
            {name}{' '}
            <select
              value={String(overrides.knobs[name])}
              onChange={({ currentTarget }) => turn(name, currentTarget.value)}
            >
              {values.map((one) => (
                <option key={String(one)}>{String(one)}</option>
              ))}
              <option value="">as it was</option>
            </select>
          </label>
        ))}
      <label>
        Turn a knob{' '}
        <select
          value=""
          onChange={({ currentTarget }) => {
            const { value: name } = currentTarget;
            const other = knobs
              .find((knob) => knob.name === name)
              ?.values.find((one) => one !== own[name]);
            turn(name, String(other));
            currentTarget.value = '';
          }}
        >
          <option value="">choose</option>
          {knobs.map(({ name, what }) => (
            <option key={name} value={name} title={what}>
              {name}: {String(own[name])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
