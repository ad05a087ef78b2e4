import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/abi/errno.js';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import { HypercallStep } from '../../../src/hypervisor/explore/hypercall-step.js';
import { EVERYTHING } from '../../../src/hypervisor/explore/parts.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
const call = (does) => new HypercallStep('set_param', function* () {
    yield 'p2m_lock';
    return does();
});
const throwing = (error) => call(() => {
    throw error;
});
describe('HypercallStep', () => {
    it('comes to what the call answers', () => {
        expect(runTask(call(() => ({ rc: 0 })).task())).toEqual({ rc: 0 });
    });
    it('takes a refusal for a result', () => {
        const step = throwing(new XenError('EBUSY', 'no'));
        expect(runTask(step.task())).toEqual({ rc: -16, errno: 'EBUSY' });
        expect([step.refusal?.message, step.panicked]).toEqual(['no', false]);
    });
    it('takes what would end a real host for a result', () => {
        const step = throwing(new XenBug('down'));
        expect(runTask(step.task())).toEqual({ outcome: 'host_panic' });
        expect(step.panicked).toBe(true);
    });
    it('hands on a mistake of ours', () => {
        expect(() => runTask(throwing(new TypeError('oops')).task())).toThrow('oops');
    });
    it('may look at everything, and write what is not seen, unless the call is known', () => {
        const unknown = call(() => null);
        const known = new HypercallStep('set_mem_type', unknown.task.bind(unknown));
        expect([unknown.reads('p2m_lock'), unknown.writesUnseen]).toEqual([EVERYTHING, true]);
        expect([known.reads('p2m_lock') < EVERYTHING, known.writesUnseen]).toEqual([true, false]);
    });
    it('says where it waits', () => {
        const step = call(() => null);
        expect([step.isReady(), step.unfinished('domain_pause')]).toEqual([
            true,
            { outcome: 'blocked', at: 'domain_pause' },
        ]);
    });
});
