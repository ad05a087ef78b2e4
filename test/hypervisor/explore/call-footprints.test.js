import { describe, expect, it } from 'vitest';
import { readsOfCall } from '../../../src/hypervisor/explore/call-footprints.js';
import { STEP_POINTS } from '../../../src/hypervisor/explore/program.js';
import { Run } from '../../../src/hypervisor/explore/run.js';
import { DO, programOf } from '../../support/explore.js';
/** The points that a lone call comes by. */
function pointsOf(step, knobs = {}) {
    const run = new Run(programOf({ dm: [step] }, { knobs })());
    const points = [];
    while (run.enabled().length > 0) {
        points.push(run.pointOf(0));
        run.advance(0);
    }
    return points;
}
describe('readsOfCall', () => {
    // prettier-ignore
    it.each([
        ['map_mem_type_to_ioreq_server', DO.disclaim(), {}],
        ['map_mem_type_to_ioreq_server', DO.disclaim(), { pause_on_map_mem_type: true }],
        ['set_mem_type', DO.setType('ram_rw', 0, 8), {}],
        ['destroy_ioreq_server', DO.destroy(), {}],
    ])('knows every point of %s: %#', (name, step, knobs) => {
        const known = readsOfCall(name) ?? {};
        expect(pointsOf(step, knobs).filter((point) => point && !(point in known))).toEqual([]);
    });
    it('knows only points that there are', () => {
        const names = ['map_mem_type_to_ioreq_server', 'set_mem_type', 'destroy_ioreq_server'];
        for (const name of names)
            expect(STEP_POINTS).toEqual(expect.arrayContaining(Object.keys(readsOfCall(name) ?? {})));
        expect(readsOfCall('create_ioreq_server')).toBeUndefined();
    });
});
