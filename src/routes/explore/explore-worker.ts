/** The thread in which a job is done: it is handed one, tells its news, and ends. */

import { parentPort, workerData } from 'node:worker_threads';
import { perform, type Job } from './job.js';

await perform(workerData as Job, (news) => parentPort?.postMessage(news));
