import { createHook } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { keepTick } from '../../src/server/keep-tick.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The first tick that `schedule` makes, as far as somebody else holds it. */
async function tickOf(schedule: () => void): Promise<object | undefined> {
  let tick: WeakRef<object> | undefined;
  const hook = createHook({
    init: (_id, type, _trigger, resource) => {
      if (type === 'TickObject') tick ??= new WeakRef(resource);
    },
  });
  hook.enable();
  schedule();
  hook.disable();
  await delay(1);
  collect();
  return tick?.deref();
}

it('outlives collections, as other ticks do not', async () => {
  expect(await tickOf(keepTick)).toBeTypeOf('object');
  expect(await tickOf(() => process.nextTick(() => 0))).toBeUndefined();
});
