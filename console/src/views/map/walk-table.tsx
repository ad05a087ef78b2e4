/** The CPU's way to a page, level by level, with the 64 bits of each entry. */

import type { Answer } from '../../api.js';
import { fieldsOf, isMark, LEVEL_NAMES } from './entry-fields.js';

type Walk = Answer<'getEptWalk'>;

const ENDS: Readonly<Record<Walk['outcome'], string>> = {
  hit: 'A read goes through.',
  violation: 'A read is an EPT violation: nothing is mapped, or reading is not allowed.',
  misconfig: 'Any access is an EPT misconfiguration, until Xen has resolved it.',
};

export function WalkTable({ walk }: { readonly walk: Walk }) {
  const { levels, gfn, outcome } = walk;
  const fields = fieldsOf(levels);
  return (
    <section class="card map-walk">
      <table>
        <caption>The walk to gfn {gfn}, and the 64 bits of each entry</caption>
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Entry</th>
            <th scope="col">Raw</th>
            {fields.map(({ name, bits, meaning }) => (
              <th key={name} scope="col" title={meaning}>
                <small>{bits}</small>
                <br />
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level.level}>
              <th scope="row">{LEVEL_NAMES[level.level]}</th>
              <td class="mono">[{level.index}]</td>
              <td class="mono">{level.raw}</td>
              {fields.map((field) => (
                <td key={field.name} class={isMark(field, level) ? 'mono bad' : 'mono'}>
                  {field.of(level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{ENDS[outcome]}</p>
    </section>
  );
}
