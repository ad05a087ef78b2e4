/** Jobs in threads of their own, so that the service answers others meanwhile. */

import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Job, News } from './job.js';

const LARGEST_HEAP_MB = 1024;
/** Threads kept for jobs to come: what one has compiled the next job need not compile again. */
const MOST_IDLE = 1;

export class Threads {
  readonly #idle: Worker[] = [];
  #ended = false;

  /** The news of a job, until it is done or refused; whoever stops listening ends it. */
  async *newsOf(job: Job, signal: AbortSignal): AsyncGenerator<News, void, undefined> {
    const hasGone = () => signal.aborted;
    if (hasGone()) return;
    const worker = this.#idle.pop() ?? start();
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop);
    let isOver = false;
    try {
      worker.postMessage(job);
      for await (const [item] of on(worker, 'message', { close: ['exit'] })) {
        const news = item as News;
        isOver = news.news === 'done' || news.news === 'refused';
        yield news;
        if (isOver) return;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      if (isOver && !hasGone()) this.#keep(worker);
      else stop();
    }
  }

  /** Nobody hands in any more jobs. */
  end(): void {
    this.#ended = true;
    for (const worker of this.#idle.splice(0)) void worker.terminate();
  }

  #keep(worker: Worker): void {
    if (this.#ended || this.#idle.length >= MOST_IDLE) void worker.terminate();
    else {
      worker.unref();
      this.#idle.push(worker);
    }
  }
}

/** As it was built; while developing and in tests from its sources, by the loader that they have. */
function start(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB } };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./explore-worker.js', import.meta.url), options);
  const worker = new URL('./explore-worker.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${worker}'); });`;
  return new Worker(code, { ...options, eval: true });
}
