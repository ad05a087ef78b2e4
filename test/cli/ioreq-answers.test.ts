import { describe, expect, it } from 'vitest';
import type { Ioreq } from '../../src/client/index.js';
import { asCommanded, constantly, echoing } from '../../src/cli/ioreq-answers.js';

const ioreq = (dir: 'read' | 'write', data = '0x0') =>
  ({ type: 'pio', addr: '0x10', dir, data }) as unknown as Ioreq;

describe('answers', () => {
  it('are one value', () => {
    const { onIoreq } = constantly(7n);

    expect([onIoreq(ioreq('read')), onIoreq(ioreq('write'))]).toEqual([7n, undefined]);
  });

  it('are what was written last', () => {
    const { onIoreq } = echoing();

    expect(onIoreq(ioreq('read'))).toBe('0x0');
    void onIoreq(ioreq('write', '0x2a'));
    expect(onIoreq(ioreq('read'))).toBe('0x2a');
  });

  it("are a command's, one after another", async () => {
    const { onIoreq, end } = asCommanded(`while read -r line; do echo "0x\${#line}"; done`);
    const length = JSON.stringify(ioreq('read')).length;

    expect(await Promise.all([onIoreq(ioreq('read')), onIoreq(ioreq('read'))])).toEqual([
      `0x${length}`,
      `0x${length}`,
    ]);
    end();
  });

  it('are none of a command that has ended', async () => {
    await expect(asCommanded('exit 0').onIoreq(ioreq('read'))).rejects.toThrow(
      'exit 0 ended before it had answered',
    );
  });
});
