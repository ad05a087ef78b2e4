/** What the timeline goes by, and whose requests it shows. */

import type { ComponentChildren } from 'preact';
import { AXES, type AxisName } from './axis.js';
import type { RequestFilter } from './seen.js';

interface Props {
  readonly axis: AxisName;
  readonly filter: RequestFilter;
  readonly vcpus: readonly number[];
  readonly onAxis: (axis: AxisName) => void;
  readonly onFilter: (change: Partial<RequestFilter>) => void;
  readonly children: ComponentChildren;
}

const AXIS_NAMES = Object.keys(AXES) as AxisName[];

export function FilterForm({ axis, filter, vcpus, onAxis, onFilter, children }: Props) {
  return (
    <div class="row timeline-filter">
      <label>
        By{' '}
        <select
          value={axis}
          onChange={({ currentTarget }) => onAxis(currentTarget.value as AxisName)}
        >
          {AXIS_NAMES.map((name) => (
            <option key={name} value={name}>
              {AXES[name].label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Vcpu{' '}
        <select
          value={filter.vcpu ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ vcpu: value === '' ? undefined : Number(value) })
          }
        >
          <option value="">all</option>
          {vcpus.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <Bound
        label="Addresses from"
        placeholder="0x0"
        without={0}
        onChange={(from) => onFilter({ from })}
      />
      <Bound label="to" placeholder="all" without={Infinity} onChange={(to) => onFilter({ to })} />
      {children}
    </div>
  );
}

interface BoundProps {
  readonly label: string;
  readonly placeholder: string;
  /** What it is while nothing is said. */
  readonly without: number;
  readonly onChange: (bound: number) => void;
}

function Bound({ label, placeholder, without, onChange }: BoundProps) {
  return (
    <label>
      {label}{' '}
      <input
        size={12}
        placeholder={placeholder}
        pattern="0x[0-9a-fA-F]+|[0-9]+"
        onInput={({ currentTarget }) => {
          const { value, validity } = currentTarget;
          if (validity.valid) onChange(value === '' ? without : Number(value));
        }}
      />
    </label>
  );
}
