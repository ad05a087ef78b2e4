/** What the timeline goes by, and whose requests it shows. */

import type { ComponentChildren } from 'preact';
import { AXES, type AxisName } from './axis.js';
import type { Bounds, RequestFilter } from './seen.js';

interface Props {
  readonly axis: AxisName;
  readonly filter: RequestFilter;
  readonly vcpus: readonly number[];
  readonly onAxis: (axis: AxisName) => void;
  /** Empty: of all. */
  readonly onVcpu: (vcpu: string) => void;
  readonly onBounds: (change: Partial<Bounds>) => void;
  readonly children: ComponentChildren;
}

const AXIS_NAMES = Object.keys(AXES) as AxisName[];

export function FilterForm(props: Props) {
  const { axis, filter, vcpus, onAxis, onVcpu, onBounds, children } = props;
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
          onChange={({ currentTarget }) => onVcpu(currentTarget.value)}
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
        onChange={(from) => onBounds({ from })}
      />
      <Bound label="to" placeholder="all" without={Infinity} onChange={(to) => onBounds({ to })} />
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
