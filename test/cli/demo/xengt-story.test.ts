import { describe, expect, it } from 'vitest';
import { XENGT_STORY } from '../../../src/cli/demo/xengt-story.js';

const steps = XENGT_STORY.flatMap((chapter) => chapter.steps);
const callsOf = (op: string) =>
  steps.flatMap(({ call, body }, index) => (call.endsWith(`/${op}`) ? [{ index, body }] : []));

// That the service answers as the story says is held to it by test/stories/xengt.test.ts.
describe('XENGT_STORY', () => {
  it('claims before it enables, as XenGT does', () => {
    const claimed = steps.findIndex(
      ({ call, body, status }) =>
        call.endsWith('/map_mem_type') && body?.['id'] === 0 && status === 200,
    );

    expect(claimed).toBeLessThan(callsOf('set_ioreq_server_state')[0]?.index ?? 0);
  });

  it('names the patch of the series in every step that shows a change of it', () => {
    const named = steps.filter(({ shows }) => /^v6 [134]\/4: /.test(shows));

    expect(named.length).toBeGreaterThan(15);
  });

  it('leaves nothing behind', () => {
    const created = steps.filter(({ call }) => call === 'POST /domains').length;
    const destroyed = steps.filter(({ call }) => call.startsWith('DELETE /domains/')).length;

    expect(destroyed).toBe(created);
  });
});
