import { describe, expect, it } from 'vitest';
import { struct } from '../../../src/routes/wire/struct.js';
import { SUCCESS, inJson } from '../../../src/routes/definition/teller.js';
import { gfn, u32 } from '../../../src/routes/wire/wire.js';

const response = struct({ id: u32('The id.') });
const continuation = struct({ first_pfn: gfn('Where to go on.') });

describe('inJson', () => {
  it('tells what was done by rc 0 and the words of the answer', () => {
    expect(inJson(response, undefined, {}).done({ id: 7 })).toEqual({ rc: 0, id: 7 });
  });

  it('tells what was done by one object for all calls that have no more to say', () => {
    expect(inJson(struct({}), undefined, {}).done({})).toBe(SUCCESS);
    expect(SUCCESS).toEqual({ rc: 0 });
  });

  it('tells where a call stopped by ERESTART and the words that go on', () => {
    expect(inJson(response, continuation, {}).stopped({ first_pfn: 16, nr: 3 })).toEqual({
      rc: -85,
      errno: 'ERESTART',
      first_pfn: '0x10',
    });
  });

  it('tells that nothing was done as it was told to', () => {
    expect(inJson(response, undefined, { rc: 0, id: 0 }).nothingDone()).toEqual({ rc: 0, id: 0 });
  });
});
