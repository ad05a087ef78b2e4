import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explore } from '../../src/cli/explore.js';

const LONG = { timeout: 120_000 };
const DESTROY = 'examples/explore/i-destroy-races-ioreq.yaml';
const RMW = 'examples/explore/e-rmw-before-patch-3.yaml';

describe('fakexen explore', () => {
  it('prints the outcomes and how the worst comes about', LONG, async () => {
    const { text, status } = await explore([DESTROY]);

    expect(status).toBe(1);
    expect(text).toMatch(/^1 .* pending \(ioreq\) .* no_stuck_vcpu$/m);
    expect(text).toMatch(/^vcpu0 +dm +answer$/m);
    expect(text).toMatch(/owner: 0 → null/);
  });

  it('turns knobs and profile, and draws for Markdown', LONG, async () => {
    const { text, status } = await explore([RMW, '--profile', 'v6', '--mermaid']);

    expect(status).toBe(0);
    expect(text.split('\n').slice(0, 2)).toEqual(['sequenceDiagram', '  participant vcpu0']);
  });

  it('prints the answer as it is', LONG, async () => {
    const args = [RMW, '--json', '--knob', 'rmw_read_from_ram=true', '--max-schedules', '9'];
    const answer = JSON.parse((await explore(args)).text);

    expect(answer.outcomes[0].results.vcpu0[0].ioreqs).toHaveLength(1);
  });

  it('prints the table alone for an outcome that there is not', LONG, async () => {
    const { text } = await explore([RMW, '--outcome', '7']);

    expect(text).toContain('1 outcomes of');
    expect(text).not.toContain('comes about');
  });

  it('says what is wrong with a program', async () => {
    const file = join(tmpdir(), `explore-${process.pid}.json`);
    await writeFile(file, '{ "actors": { "a": [{ "op": "hvmop/none" }] } }');

    expect(await explore([file])).toEqual({
      text: 'body /actors/a/0/op is no hypercall',
      status: 2,
    });
  });

  it('says how it is used', async () => {
    expect((await explore(['--help'])).status).toBe(0);
    expect((await explore([])).text).toMatch(/^usage: fakexen explore/);
    expect((await explore(['a', 'b'])).status).toBe(2);
  });
});
