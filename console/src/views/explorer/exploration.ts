/** A run of the explorer: progress while it lasts, outcomes when it has come to its end. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Exploration, Outcome } from '../../parts/sequence/load-course.js';
import type { Program } from '../../parts/sequence/program.js';

export interface Progress {
  readonly schedules: number;
  readonly outcomes: number;
}

export interface Numbered {
  readonly nr: number;
  readonly outcome: Outcome;
}

/** What violates something first, then what most schedules lead to: the command line counts so too. */
export const inOrder = ({ outcomes }: Exploration): Numbered[] =>
  [...outcomes]
    .sort((a, b) => b.violated.length - a.violated.length || b.count - a.count)
    .map((outcome, index) => ({ nr: index + 1, outcome }));

/** Whoever aborts it ends it in the service too. */
export async function explore(
  program: Program,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Exploration> {
  const asked = api.value.POST('/explore', {
    body: program as never,
    headers: { accept: 'application/x-ndjson' },
    parseAs: 'stream',
    signal,
  });
  const stream = (await answerOf(asked)) as ReadableStream<Uint8Array>;
  let last: Partial<Exploration> & Partial<Progress> = {};
  for await (const line of linesOf(stream)) {
    last = JSON.parse(line) as typeof last;
    if (typeof last.outcomes === 'number') onProgress(last as Progress);
  }
  if (!Array.isArray(last.outcomes)) throw new Error('the exploration broke off');
  return last as Exploration;
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
