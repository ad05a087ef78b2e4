import { describe, expect, it } from 'vitest';
import { Digests } from '../../../src/hypervisor/explore/digests.js';
import { copyDifferences, PageCopies } from '../../../src/hypervisor/explore/page-copies.js';
import {
  EVERYTHING,
  NOTHING,
  ofEveryVcpu,
  ofVcpu,
  PART,
  VCPU_PART,
} from '../../../src/hypervisor/explore/parts.js';
import { addServer, hostWithRam } from '../../support/host.js';

const SLOTS = ofEveryVcpu(VCPU_PART.slot);

function setup() {
  const { host, d1 } = hostWithRam(4, { vcpus: 2 });
  const server = addServer(host, d1);
  const take = (copies: PageCopies) =>
    copies.update(host.machine.contents(), d1.ioreqServers.inOrder);
  const digests = new Digests();
  const copies = new PageCopies(digests);
  const update = () => take(copies);
  update();
  /** Of what there is now, as if it had never been otherwise. */
  const fresh = () => {
    const anew = new Digests();
    take(new PageCopies(anew));
    return anew;
  };
  return { host, d1, server, update, digests, fresh };
}

const all = (digests: Digests) => [digests.low(EVERYTHING, 0), digests.high(EVERYTHING, 0)];

const write = ({ d1 }: ReturnType<typeof setup>, gpa: number, byte = 7) => {
  d1.ram.write(gpa as never, Uint8Array.of(byte));
};

describe('PageCopies', () => {
  it('finds nothing where nobody has written', () => {
    expect(setup().update()).toBe(NOTHING);
  });

  it('tells whose slot of a shared page was written', () => {
    const { server, update } = setup();
    server.page?.fill(1, 32, 36);

    expect(update()).toBe(ofVcpu(VCPU_PART.slot, 1));
    expect(update()).toBe(NOTHING);
  });

  it('takes the page of a disabled server for memory of the guest as well', () => {
    const { server, update } = setup();
    server.enabled = false;
    update();
    server.page?.fill(1, 32, 36);

    expect(update()).toBe(SLOTS | PART.queue | PART.memory);
  });

  it('sees a first write, though it be of zeros, and a page that is gone', () => {
    const { host, d1, update } = setup();
    d1.ram.write(0x2000 as never, Uint8Array.of(0));

    expect(update()).toBe(PART.memory);
    host.machine.free(d1.p2m.query(2).mfn, 1);
    expect(update()).toBe(PART.memory);
  });

  // prettier-ignore
  it.each<[string, (after: ReturnType<typeof setup>) => void]>([
    ['a write',                     (after) => { write(after, 0x1ffc); }],
    ['a write that is undone',      (after) => { write(after, 0x1ffc); after.update(); write(after, 0x1ffc, 0); }],
    ['a page that is gone',         (after) => { write(after, 0x1004); write(after, 0x1ffc); after.update(); after.host.machine.free(after.d1.p2m.query(1).mfn, 1); }],
    ['another page in its frame',    (after) => { after.server.page?.fill(1, 32, 36); after.update(); after.server.ioreqPage.free(); after.server.ioreqPage.allocate(); }],
    ['a page that is used for more', (after) => { after.server.page?.fill(1, 32, 36); after.update(); after.server.enabled = false; }],
  ])('has the digest of what there is, by whatever way: %s', (_, change) => {
    const after = setup();
    const { update, digests, fresh } = after;

    change(after);
    update();

    expect(all(digests)).toEqual(all(fresh()));
  });

  it('has another digest for each place and each value', () => {
    const seen = [0x1000, 0x1004, 0x1ffc, 0x2000].flatMap((gpa) =>
      [1, 2].map((byte) => {
        const after = setup();
        write(after, gpa, byte);
        after.update();
        return String(all(after.digests));
      }),
    );

    expect(new Set([...seen, String(all(setup().digests))]).size).toBe(seen.length + 1);
  });

  it('changes the digest of every part that a page is of', () => {
    const { server, update, digests } = setup();
    server.enabled = false;
    update();
    const parts = [ofVcpu(VCPU_PART.slot, 0), ofVcpu(VCPU_PART.slot, 1), PART.queue, PART.memory];
    const before = parts.map((part) => digests.low(part, 0));

    server.page?.fill(1, 32, 36);
    update();

    parts.forEach((part, at) => {
      expect(digests.low(part, 0)).not.toBe(before[at]);
    });
  });

  it('takes the ring of an enabled server for its queue', () => {
    const { host, d1, update } = setup();
    const { bufferedPage } = addServer(host, d1, { handleBufioreq: 1 });
    update();
    bufferedPage!.fill(1, 8, 12);

    expect(update()).toBe(PART.queue);
  });
});

describe('copyDifferences', () => {
  it('copies as much as there is room for, and tells each word that was another', () => {
    const to = Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const told: number[][] = [];
    const tell = (...change: number[]) => told.push(change);
    const from = Uint32Array.of(1, 2, 9, 4, 5, 6, 7, 8, 10, 0, 0, 0);

    expect(copyDifferences(to, from, tell)).toBe(true);
    expect([told, [...to]]).toEqual([[[2, 3, 9]], [...from.subarray(0, 8)]]);
    expect(copyDifferences(to, from, tell)).toBe(false);
    from[7] = 11;
    expect(copyDifferences(to, from, tell)).toBe(true);
    expect(told).toEqual([
      [2, 3, 9],
      [7, 8, 11],
    ]);
  });
});
