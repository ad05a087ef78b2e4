/** A hypercall by what its path ends with: `dmop/set_mem_type`. */

import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-forms.js';

const NAMED: ReadonlyMap<string, HypercallForm> = new Map(
  Object.values(HYPERCALL_FORMS)
    .flat()
    .flatMap((form) =>
      [form.call.name, ...(form.call.aliases ?? [])].map(
        (name) => [`${form.via}/${name}`, form] as const,
      ),
    ),
);

export const formNamed = (op: string): HypercallForm | undefined => NAMED.get(op);
