/** Log lines go to stderr, written behind the request's back; stdout is for what a program reads (the ready line). */

import { pino, type Logger } from 'pino';

export function buildLogger(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}
