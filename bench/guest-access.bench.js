/** Guest accesses that hit RAM, in process: no exit, no trace. */
import { gpa, Host, runTask, startAccess, } from '../src/hypervisor/index.js';
import { medianOf } from './measure.js';
import { valueRow } from './row.js';
const ACCESSES = 200_000;
const FIRST = 0x10_0000;
const NS_PER_SECOND = 1e9;
export const guestAccesses = { rows: ['guest-hit'], run: rows };
function* rows() {
    const units = ACCESSES;
    const hits = medianOf({ units, prepare: domainWithRam, run: readAndWrite, reusable: true });
    const tasks = medianOf({ units, prepare: () => ({}), run: runEmptyTasks, reusable: true });
    yield valueRow({ name: 'guest-hit', unit: 'accesses/s', op: '>=', target: 2_000_000 }, NS_PER_SECOND / hits, NS_PER_SECOND / tasks);
}
function domainWithRam() {
    return new Host().createDomain({ memoryMib: 64, specialPages: false, paused: false });
}
function readAndWrite(domain) {
    for (let index = 0; index < ACCESSES; index += 2) {
        const address = gpa(FIRST + (index % 4096) * 8);
        startAccess(domain, { vcpu: 0, kind: 'write', gpa: address, size: 8, data: 1n });
        startAccess(domain, { vcpu: 0, kind: 'read', gpa: address, size: 8 });
    }
}
function runEmptyTasks() {
    for (let index = 0; index < ACCESSES; index++)
        runTask(emptyTask());
}
// eslint-disable-next-line require-yield -- what a task costs of which nothing is left
function* emptyTask() {
    return undefined;
}
