import { expect, it } from 'vitest';
import { resultOf } from '../../../src/cli/replay-xen/call-result.js';

const bytes = new Uint8Array();

// prettier-ignore
it.each([
  ['success',            200, { rc: 0 },                                 { ret: 0, errno: null, out: { id: 1 } }],
  ['an errno',           404, { errno: 'ENOENT', type: 'urn:xen:errno:ENOENT' }, { ret: -1, errno: 'ENOENT', out: {} }],
  ['a problem of ours',  400, { type: 'urn:fakexen:problem:invalid-request' },   { ret: -1, errno: 'urn:fakexen:problem:invalid-request', out: {} }],
  ['nothing known',      502, {},                                        { ret: -1, errno: '502', out: {} }],
])('tells %s', (_, status, answer, result) => {
  expect(resultOf({ status, answer, bytes }, { id: 1 })).toEqual(result);
});
