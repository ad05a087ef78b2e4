/** Why the processor went no further with an instruction. */

import type { Gla } from './instructions/effect.js';
import type { Exception } from './outcome.js';

export type Stop =
  | {
      readonly kind: 'EPT_VIOLATION';
      readonly gpa: number;
      readonly qualification: number;
      readonly gla: Gla;
    }
  | { readonly kind: 'EPT_MISCONFIG'; readonly gpa: number }
  | {
      readonly kind: 'IO';
      readonly port: number;
      readonly bytes: number;
      readonly input: boolean;
      /** ins and outs, which Xen emulates as a whole. */
      readonly string: boolean;
    }
  | { readonly kind: 'exception'; readonly exception: Exception }
  | { readonly kind: 'halt' | 'hypercall' };
