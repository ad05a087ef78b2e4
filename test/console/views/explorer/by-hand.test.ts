import { describe, expect, it } from 'vitest';
import { commandOf, curlOf } from '../../../../console/src/views/explorer/by-hand.js';

describe('by hand', () => {
  it('is a curl that a shell takes as one argument, without the bound', () => {
    const program = { actors: {}, max_schedules: 5, about: "dm's" };

    expect(curlOf('http://localhost:8080', program, [{ actor: 'dm', point: 'hypercall' }])).toBe(
      "curl -s http://localhost:8080/explore/replay -H 'content-type: application/json' -d " +
        String.raw`'{"actors":{},"about":"dm'\''s","schedule":[{"actor":"dm","point":"hypercall"}]}'`,
    );
  });

  it('is the command line with what was turned', () => {
    const overrides = { profile: 'v6', knobs: { pause_on_map_mem_type: false } };

    expect(commandOf('a-unmap-without-pause', overrides, 2)).toBe(
      'npm run explore -- examples/explore/a-unmap-without-pause.yaml --profile v6 ' +
        '--knob pause_on_map_mem_type=false --outcome 2',
    );
  });
});
