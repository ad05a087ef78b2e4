import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** One request as the device model sees it, and its answer. */
interface Request {
  readonly seq: number;
  readonly vcpu: number;
  readonly addr: string;
}

const answersTo = (requests: readonly Request[]) =>
  requests.map(({ seq, vcpu, addr }) => ({ seq, vcpu, data: answerAt(Number(addr)) }));

/** What the device answers to a read there. */
export const answerAt = (addr: number) => `0x${((addr * 2654435761) % 2 ** 32).toString(16)}`;

/** A device model that is killed at a random moment of its work. */
export type MortalLife = (port: number, path: string, ms: number) => Promise<void>;

/** By `exchange`, its connection cut wherever it is. */
export const liveByExchange: MortalLife = async (port, path, ms) => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const death = delay(ms).then(() => socket.destroy());
  let completions: object[] = [];
  while (!socket.destroyed) {
    const answer = await post(socket, `${path}/exchange`, { completions, wait_ms: 100 });
    completions = answersTo((answer?.['ioreqs'] ?? []) as Request[]);
  }
  await death;
};

/** By WebSocket, ended without a word. */
export const liveByStream: MortalLife = async (port, path, ms) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}/stream`);
  socket.on('error', () => undefined);
  socket.on('message', (message: Buffer) => {
    const { ioreqs } = JSON.parse(message.toString()) as { ioreqs: Request[] };
    socket.send(JSON.stringify({ completions: answersTo(ioreqs) }));
  });
  await delay(ms);
  socket.terminate();
};

/** The answer; undefined: the connection was cut first. */
async function post(
  socket: Socket,
  path: string,
  body: object,
): Promise<Record<string, unknown> | undefined> {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    `content-length: ${text.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
  let received = '';
  for (;;) {
    const end = received.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Infinity);
    if (end >= 0 && received.length >= end + 4 + length)
      return JSON.parse(received.slice(end + 4)) as Record<string, unknown>;
    const chunk = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [])]);
    if (chunk.length === 0) return undefined;
    received += String(chunk[0]);
  }
}
