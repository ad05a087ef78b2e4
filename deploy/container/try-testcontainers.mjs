/** A device model's test as a user of `fakexen/testcontainers` writes it; throws where the container lets it down. */

import { equal, rejects } from 'node:assert/strict';
import { connect } from 'fakexen/client';
import { FakeXenContainer } from 'fakexen/testcontainers';

const started = performance.now();
const container = await new FakeXenContainer(process.argv[2])
  .withToken('sesame')
  .withSeedFile('examples/xengt.yaml')
  .start();
try {
  console.log(
    `container: Testcontainers had it ready at ${container.url} after ${String(Math.round(performance.now() - started))} ms`,
  );
  await rejects(connect(container.url).domains(), { status: 401 });

  const domain = container.getClient().domain(1);
  const server = await domain.createIoreqServer();
  await domain.dmop.get_ioreq_server_info({ id: server.id, flags: 0 });
  await domain.dmop.set_ioreq_server_state({ id: server.id, enabled: 1 });
  await domain.dmop.map_mem_type({ id: server.id, type: 'ioreq_server', flags: ['write'] });
  await domain.dmop.set_mem_type({ mem_type: 'ioreq_server', first_pfn: 0x100, nr: 1 });
  const written = [];
  const serving = server.serve(({ addr, data }) => void written.push(`${addr} ${data}`), {
    transport: 'websocket',
  });
  await domain.guest.write(0x100008, 42);
  await serving.stop();
  equal(written.join(), '0x100008 0x2a');
} finally {
  await container.stop();
}
