import { describe, expect, it } from 'vitest';
import { STEP_POINTS } from '../../../src/hypervisor/explore/program.js';
import { SCHEDULE_POINTS } from '../../../src/hypervisor/schedule/task.js';
describe('STEP_POINTS', () => {
    it('are where tasks yield, and before them how a step begins', () => {
        expect(STEP_POINTS).toEqual(['hypercall', 'guest', 'device_model', ...SCHEDULE_POINTS]);
    });
});
