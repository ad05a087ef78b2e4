/** `fakexen/testcontainers`: a Xen host in a container, for Testcontainers for Node. */

export { FakeXenContainer } from './fake-xen-container.js';
export type { StartedFakeXenContainer } from './started-fake-xen-container.js';
