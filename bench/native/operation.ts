/** A program that prints how long an operation of ours takes for one unit, in nanoseconds: `lookup-random`, … */

import { medianOf } from '../measure.js';
import { OPERATIONS } from './operations.js';

const operation = new Map(Object.entries(OPERATIONS)).get(process.argv[2] ?? '')!;
console.log(
  medianOf({
    ...operation,
    dispose: (p2m) => {
      p2m.destroy();
    },
  }),
);
