import { describe, expect, it } from 'vitest';
import { AnswerStep } from '../../../src/hypervisor/explore/answer-step.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { guestWithServer, HOLE } from '../../support/guest.js';
const answering = (domain, ioservid = 0) => new AnswerStep(domain, { ioservid, data: 0x2an }, ({ vcpu }) => `vcpu ${vcpu}`);
describe('AnswerStep', () => {
    it('waits for a request of its server, and answers it', () => {
        const { d1, guest } = guestWithServer();
        const step = answering(d1);
        expect(step.isReady()).toBe(false);
        const access = guest({ kind: 'read', gpa: HOLE, size: 4 });
        expect(step.isReady()).toBe(true);
        expect(runTask(step.task())).toBe('vcpu 0');
        expect([access.outcome, access.data]).toEqual(['completed', 0x2an]);
    });
    it('waits for good where there is no such server', () => {
        const { d1 } = guestWithServer();
        const step = answering(d1, 5);
        expect([step.isReady(), step.unfinished()]).toEqual([false, { outcome: 'blocked' }]);
        expect(() => runTask(step.task())).toThrow('nothing to answer');
        expect([step.panicked, step.writesUnseen, step.reads('device_model') > 0]).toEqual([
            false,
            false,
            true,
        ]);
    });
});
