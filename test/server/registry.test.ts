import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { Hosts } from '../../src/routes/hosts/hosts.js';
import { registryOf } from '../../src/server/registry.js';
import { RouteTally } from '../../src/server/request-tally.js';

describe('registryOf', () => {
  it('adds buckets up, as Prometheus wants them', async () => {
    const tally = new RouteTally('GET', '/domains');
    tally.count(200, 0.05);
    tally.count(200, 2);
    const text = await registryOf({ hosts: new Hosts(new Host()), tallies: [tally] }).metrics();

    const lines = text.split('\n').filter((line) => line.includes('duration_seconds_'));
    const values = lines.map((line) => line.replace(/method="GET",route="\/domains",?/, ''));
    expect(values.slice(0, 4).map((line) => line.replace(/^.*_seconds_/, ''))).toEqual([
      'bucket{le="0.0001"} 1',
      'bucket{le="0.0005"} 1',
      'bucket{le="0.001"} 1',
      'bucket{le="0.005"} 2',
    ]);
    expect(values.at(-1)).toMatch(/_count\{\} 2$/);
    expect(text).toContain('# TYPE fakexen_http_request_duration_seconds histogram');
  });
});
