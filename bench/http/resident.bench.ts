/** Whether ten million calls leave more behind than one million. */

import { ratioRow, type Group } from '../row.js';
import { serveReference } from './process.js';

export const resident: Group = { rows: ['resident'], run: rows };

async function* rows() {
  const { url, end } = await serveReference('resident');
  await end();
  const [first = Number.NaN, last = Number.NaN] = url.split(' ').map(Number);
  yield ratioRow({ name: 'resident', unit: 'bytes', op: '<=', target: 1.02 }, last, first);
}
