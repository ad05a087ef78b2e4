import { describe, expect, it } from 'vitest';
import { pinCacheattr } from '../../../src/hypervisor/hvm/pin-cacheattr.js';
import { errno, hostWithRam } from '../../support/host.js';

const [UC, WC, WB, UC_MINUS, DELETE] = [0, 1, 6, 7, 0xffff_ffff];

function setup(spec: object = {}) {
  const { d1 } = hostWithRam(4, spec);
  return {
    d1,
    pin: (first: number, last: number, type: number) => () => {
      pinCacheattr(d1, first, last, type);
    },
    typeOf: (gfn: number) => d1.p2m.memoryTypes.pinned.typeOf(gfn, 0),
  };
}

describe('pinCacheattr', () => {
  it('pins, changes and lets go of a range, mapped or not', () => {
    const { pin, typeOf } = setup();
    pin(0x400, 0x40f, UC)();
    pin(0x400, 0x40f, WB)();
    expect([typeOf(0x40f), typeOf(0x410)]).toEqual([WB, -1]);

    pin(0x400, 0x40f, DELETE)();
    expect(typeOf(0x400)).toBe(-1);
  });

  it('has memory types computed anew', () => {
    const { d1, pin } = setup();

    pin(0x400, 0x40f, UC)();

    expect(d1.p2m.tables.flushes).toBe(1);
  });

  // prettier-ignore
  it.each([
    ['EINVAL', 0x470,   0x46f,       WB],
    ['EINVAL', 0,       2 ** 40,     WB],
    ['EINVAL', 0x600,   0x600,       2],
    ['ENOENT', 0x401,   0x402,       DELETE],
    ['EBUSY',  0x401,   0x402,       WB],
  ])('answers %s for 0x%x to 0x%x as %i', (name, first, last, type) => {
    const { pin } = setup();
    pin(0x400, 0x40f, WB)();

    expect(pin(first, last, type)).toThrow(errno(name));
  });

  it.each([UC, WC, UC_MINUS])(
    'answers EPERM for type %i in 4.22, unless the domain has devices',
    (type) => {
      const { d1, pin } = setup({ profile: '4.22' });
      expect(pin(5, 4, type)).toThrow(errno('EINVAL'));
      expect(pin(4, 2 ** 40, type)).toThrow(errno('EINVAL'));
      for (const last of [4, 5, 2 ** 40 - 1])
        expect(pin(4, last, type)).toThrow(errno('EPERM', `memory type ${type}`));

      d1.p2m.memoryTypes.cacheFlushPermitted = true;
      expect(pin(4, 5, type)).not.toThrow();
    },
  );
});
