/** A job in a thread of its own, so that the service answers others meanwhile. */

import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Job, News } from './job.js';

const LARGEST_HEAP_MB = 1024;

/** The news of a job, until it is done or refused; whoever stops listening ends it. */
export async function* newsOf(
  job: Job,
  signal: AbortSignal,
): AsyncGenerator<News, void, undefined> {
  if (signal.aborted) return;
  const worker = start(job);
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    for await (const [news] of on(worker, 'message', { close: ['exit'] })) yield news as News;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** As it was built; while developing and in tests from its sources, by the loader that they have. */
function start(workerData: Job): Worker {
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB } };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./explore-worker.js', import.meta.url), options);
  const worker = new URL('./explore-worker.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${worker}'); });`;
  return new Worker(code, { ...options, eval: true });
}
