import { describe, expect, it } from 'vitest';
import { IoreqClaim } from '../../../src/hypervisor/p2m/ioreq-claim.js';
import { entryAt, map, newTables } from '../../support/ept.js';
import { errno } from '../../support/host.js';

const WRITE = 0b10;

function setup({ guarded = true } = {}) {
  const { tables } = newTables();
  const claim = new IoreqClaim(tables, guarded);
  const setPage = () => map(tables, { gfn: 0x205, type: 'ioreq_server' });
  return { tables, claim, setPage };
}

describe('IoreqClaim', () => {
  it('has no owner to begin with', () => {
    expect(setup().claim).toMatchObject({ owner: undefined, flags: 0 });
  });

  it('has one owner, and its flags, until that gives the type back', () => {
    const { claim } = setup();

    claim.claim(1, WRITE);
    expect(claim).toMatchObject({ owner: 1, flags: WRITE });
    claim.disclaim(1);
    expect(claim).toMatchObject({ owner: undefined, flags: 0 });
  });

  it('is the same again from what it saves', () => {
    const { claim } = setup();
    const restored = setup().claim;
    claim.claim(1, WRITE);

    restored.restore(claim.save());

    expect(restored).toMatchObject({ owner: 1, flags: WRITE });
  });

  // prettier-ignore
  it.each([
    // flags  page written while claimed
    [0b010,  '9cf0000100205171'],
    [0b001,  '9cf0000100205373'],
    [0b111,  '9cf0000100205171'],
  ])('with flags %i writes ioreq_server pages as %s', (flags, entry) => {
    const { claim, tables, setPage } = setup();

    claim.claim(0, flags);
    setPage();

    expect(entryAt(tables, 0x205)).toBe(entry);
  });

  it('touches no entry when the type is given back, and lets those written later be written to', () => {
    const { claim, tables, setPage } = setup();
    claim.claim(0, WRITE);
    setPage();

    claim.disclaim(0);
    expect(entryAt(tables, 0x205)).toBe('9cf0000100205171');
    setPage();
    expect(entryAt(tables, 0x205)).toBe('9cf0000100205373');
  });
});

describe('IoreqClaim.claim', () => {
  it('answers EBUSY while there is an owner, itself included', () => {
    const { claim } = setup();
    claim.claim(1, WRITE);

    for (const ioservid of [1, 2])
      expect(() => {
        claim.claim(ioservid, WRITE);
      }).toThrow(errno('EBUSY', 'ioreq server 1 owns the type'));
    expect(claim.owner).toBe(1);
  });

  it('answers EBUSY while entries of an earlier owner are left', () => {
    const { claim, tables, setPage } = setup();
    setPage();
    const take = () => {
      claim.claim(0, WRITE);
    };

    expect(take).toThrow(errno('EBUSY', '1 entries'));
    map(tables, { gfn: 0x205 });
    expect(take).not.toThrow();
  });

  it('does not wait for them before the entries were counted', () => {
    const { claim, setPage } = setup({ guarded: false });
    setPage();

    claim.claim(0, WRITE);

    expect(claim.owner).toBe(0);
  });
});

describe('IoreqClaim.disclaim', () => {
  it.each([2, undefined])('answers EINVAL for %s, which does not own the type', (ioservid) => {
    const { claim } = setup();
    claim.claim(1, WRITE);

    expect(() => {
      claim.disclaim(ioservid);
    }).toThrow(errno('EINVAL', `ioreq server ${ioservid} does not own`));
    expect(claim).toMatchObject({ owner: 1, flags: WRITE });
  });

  it('of nobody is done while nobody owns the type', () => {
    const { claim } = setup();

    claim.disclaim(undefined);
    expect(() => {
      claim.disclaim(0);
    }).toThrow(errno('EINVAL'));
  });
});
