/** Says in words what Ajv has found of a body: whoever serves hands it in. */

import type { Problem } from './problem.js';

export type FieldErrors = (findings: readonly never[]) => NonNullable<Problem['errors']>;
