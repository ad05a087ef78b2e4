import { afterAll, describe, expect, it } from 'vitest';
import { XenError } from '../../src/hypervisor/index.js';
import { framesAnswer, sharedFileOf } from '../../src/privcmd/frames-answer.js';
import { sharingMachine } from '../support/privcmd.js';

describe('where frames lie', () => {
  const { host, domain, end } = sharingMachine();
  afterAll(end);

  it('is told by a path, and by a page or an errno for each', () => {
    const { path } = sharedFileOf(domain);
    const finders = [
      () => domain.ram.frameBehind(3),
      () => {
        throw new XenError('EINVAL', 'there is none');
      },
      () => 0x99_9999,
    ];
    const { result, body = Buffer.alloc(0) } = framesAnswer(domain, finders);
    const words = body.subarray(8 + Math.ceil(path.length / 8) * 8);

    expect([result, body.readUInt32LE(0), body.toString('utf8', 8, 8 + path.length)]).toEqual([
      0,
      path.length,
      path,
    ]);
    expect([0, 8, 16].map((at) => Number(words.readBigInt64LE(at)))).toEqual([0, -22, -22]);
  });

  it('is nowhere for a domain that shares nothing', () => {
    const alone = host.createDomain({ memoryMib: 1 });

    expect(() => sharedFileOf(alone)).toThrow(expect.objectContaining({ errno: 'EOPNOTSUPP' }));
  });
});
