/** A thread in which jobs are done, one after the other as they are handed in. */

import { parentPort } from 'node:worker_threads';
import { perform, type Job } from './job.js';

parentPort?.on('message', (job: Job) => {
  void perform(job, (news) => parentPort?.postMessage(news));
});
