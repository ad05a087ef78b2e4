import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Service {
  readonly url: string;
  /** Every line that it wrote on stdout until it was ready. */
  readonly lines: readonly string[];
  /** Send a signal to the process that was started; says how it ended, and after how many milliseconds. */
  end(signal: NodeJS.Signals): Promise<{ status: number | null; ms: number }>;
}

/**
 * Start a command that serves, in a process of its own, and wait until it says where.
 * Whatever it has started in turn is gone when the test is over.
 */
export async function startService(command: string, ...args: string[]): Promise<Service> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  onTestFinished(() => killGroup(child));
  const { url, lines } = await readiness(child);

  const end = async (signal: NodeJS.Signals) => {
    const started = performance.now();
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    const [status] = await ended;
    return { status, ms: performance.now() - started };
  };
  return { url, lines, end };
}

async function readiness(child: ChildProcess): Promise<Pick<Service, 'url' | 'lines'>> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    const { event, url } = line.startsWith('{') ? JSON.parse(line) : {};
    if (event === 'ready') return { url, lines };
  }
  throw new Error(`ended before it was ready: ${lines.join('\n')}`);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // all of it has ended
  }
}
