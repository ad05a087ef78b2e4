/** The CPU's way to a page, level by level, with the 64 bits of each entry. */

import type { Answer } from '../../answer.js';
import { fieldsOf, isMark, LEVEL_NAMES } from './entry-fields.js';

export function WalkTable({ walk }: { readonly walk: Answer<'getEptWalk'> }) {
  const { levels, gfn } = walk;
  const fields = fieldsOf(levels);
  return (
    <section class="card map-walk">
      <table>
        <caption>The walk to gfn {gfn}, and the 64 bits of each entry</caption>
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Raw</th>
            {fields.map(({ name, bits }) => (
              <th key={name} scope="col">
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
              <th scope="row">
                {LEVEL_NAMES[level.level]} {level.index}
              </th>
              <td>{level.raw}</td>
              {fields.map((field) => (
                <td key={field.name} class={isMark(field, level) ? 'bad' : ''}>
                  {field.of(level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
