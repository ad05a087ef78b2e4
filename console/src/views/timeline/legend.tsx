/** What the bars and marks mean. */

const MEANINGS = [
  ['timeline-waits', 'the vcpu waits'],
  ['timeline-offered', 'sent, not taken yet'],
  ['timeline-taken', 'a device model has it'],
  ['timeline-stuck', 'nobody has answered for a second'],
  ['timeline-hypercall', 'hypercall, change of type (Xen), exit (vcpu)'],
] as const;

export function Legend() {
  return (
    <ul class="timeline-legend">
      {MEANINGS.map(([name, means]) => (
        <li key={name}>
          <i class={name} /> {means}
        </li>
      ))}
      <li>
        <b>m</b> misconfiguration, <b>c</b> claim or disclaim, <b>b</b> buffered request, <b>!</b>{' '}
        exception, <b>✗</b> crash
      </li>
    </ul>
  );
}
