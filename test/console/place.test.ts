import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { VIEW_NAMES, fragmentOf, placeIn } from '../../console/src/place.js';

describe('placeIn', () => {
  it('is the default host and its domains where the address says nothing', () => {
    const start = { host: 'default', view: 'domains', domid: undefined, query: {} };

    expect(placeIn('')).toEqual(start);
    expect(placeIn('#/')).toEqual(start);
    expect(placeIn('#/default/no-such-view/one')).toEqual(start);
  });

  it('reads what fragmentOf says', () => {
    const places = fc.record({
      host: fc.string({ minLength: 1 }),
      view: fc.constantFrom(...VIEW_NAMES),
      domid: fc.option(fc.nat(65_535), { nil: undefined }),
      query: fc.dictionary(fc.stringMatching(/^[a-z]+$/), fc.string()),
    });

    fc.assert(
      fc.property(places, (place) => {
        expect(placeIn(fragmentOf(place))).toEqual(place);
      }),
    );
  });
});
