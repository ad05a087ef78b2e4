/** `npm run bench [-- --json]`: time the core in process and print it beside its references. */

import { parseArgs } from 'node:util';
import { EXPLORATIONS } from './explore.bench.js';
import { GUEST_ACCESSES } from './guest-access.bench.js';
import { measure, type Measurement } from './measure.js';
import { NATIVE, type NativeTiming } from './native-reference.js';
import { destroy, P2M_OPERATIONS } from './p2m.bench.js';
import type { Row } from './row.js';
import { tableOf } from './table.js';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const rows: Row[] = [];
for (const [name, operation] of P2M_OPERATIONS) {
  const native: NativeTiming = NATIVE[name];
  const measured = await measure({ name, unit: native.unit, dispose: destroy, ...operation });
  rows.push({
    ...rowOf(measured),
    nativeNs: native.ns,
    ratio: measured.ns.median / native.ns,
    ...(native.target !== undefined && { target: native.target }),
  });
}
for (const operation of GUEST_ACCESSES) rows.push(rowOf(await measure(operation)));
for (const operation of EXPLORATIONS) rows.push(rowOf(await measure(operation)));

process.stdout.write(
  values.json
    ? `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`
    : `${tableOf(rows)}\n`,
);

function rowOf(measured: Measurement): Row {
  return { ...measured, perSecond: 1e9 / measured.ns.median };
}
