/** The map itself beside Xen's own code doing the same: the median of several processes, each with nothing else to do. */

import { median } from '../measure.js';
import { ratioRow, type Group } from '../row.js';
import { scaleOf } from './calibration.js';
import { inProcesses } from './processes.js';
import { NATIVE, type NativeRow } from './reference.js';

const NAMES = Object.keys(NATIVE) as NativeRow[];

export const besideXen: Group = { rows: NAMES, run: rows };

function* rows() {
  for (const name of NAMES) {
    const { unit, ns, target, scaledBy } = NATIVE[name];
    const value = median(inProcesses('operation', name));
    yield ratioRow({ name, unit, op: '<=', target }, value, ns * scaleOf(scaledBy));
  }
}
