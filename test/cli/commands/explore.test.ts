import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.js';

const LONG = { timeout: 120_000 };
const DESTROY = 'examples/explore/i-destroy-races-ioreq.yaml';
const RMW = 'examples/explore/e-rmw-before-patch-3.yaml';

const explore = (...args: string[]) => runCli(['explore', ...args]);

describe('fakexen explore', () => {
  it('prints the outcomes and how the worst comes about', LONG, async () => {
    const { out, err, status } = await explore(DESTROY);

    expect(status).toBe(1);
    expect(out).toMatch(/^1 .* pending \(ioreq\) .* no_stuck_vcpu$/m);
    expect(out).toMatch(/^vcpu0 +dm +answer$/m);
    expect(out).toMatch(/owner: 0 → null/);
    expect(err).toBe('');
  });

  it('turns knobs and profile, and draws for Markdown', LONG, async () => {
    const { out, status } = await explore(RMW, '--profile', 'v6', '--mermaid');

    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual(['sequenceDiagram', '  participant vcpu0']);
  });

  it('prints the answer as it is', LONG, async () => {
    const args = [RMW, '--json', '--knob', 'rmw_read_from_ram=true', '--max-schedules', '9'];
    const answer = JSON.parse((await explore(...args)).out);

    expect(answer.outcomes[0].results.vcpu0[0].ioreqs).toHaveLength(1);
  });

  it('prints the table alone for an outcome that there is not', LONG, async () => {
    const { out } = await explore(RMW, '--outcome', '7');

    expect(out).toContain('1 outcomes of');
    expect(out).not.toContain('comes about');
  });

  it('says what is wrong with a program', async () => {
    const file = join(tmpdir(), `explore-${process.pid}.json`);
    await writeFile(file, '{ "actors": { "a": [{ "op": "hvmop/none" }] } }');

    expect(await explore(file)).toEqual({
      out: '',
      err: 'fakexen: body /actors/a/0/op is no hypercall\n',
      status: 2,
    });
  });
});
