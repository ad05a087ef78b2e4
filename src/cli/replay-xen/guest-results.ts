/** Steps that look at what the guest's last call has written into its argument. */

import { DONE, type Call } from './call-result.js';
import { numberAt } from './struct-bytes.js';

/** Where each field lies that a recording shows, in the struct that has it. */
const OFFSETS = { port: 4, local_port: 8, status: 8 } as const;

export const GUEST_RESULTS: Readonly<Record<string, Call>> = {
  result: (world) =>
    Promise.resolve({
      ...DONE,
      out: Object.fromEntries(
        Object.entries(OFFSETS).map(([name, at]) => [
          name,
          Number(numberAt(world.argument, at, 4)),
        ]),
      ),
    }),
};
