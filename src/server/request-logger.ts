/**
 * A request's logger, whose lines have its id. Making one of pino takes as long as a hypercall, and at `warn` hardly any
 * request has something to say: so it is made with the first line.
 */

import type { FastifyBaseLogger } from 'fastify';
import type { Bindings, Level, Logger } from 'pino';

/** For Fastify; `logger` is pino's. */
export const requestLogger = (logger: FastifyBaseLogger, bindings: Bindings): FastifyBaseLogger =>
  new RequestLogger(logger as PinoLogger, bindings);

type PinoLogger = FastifyBaseLogger & Pick<Logger, 'isLevelEnabled'>;

class RequestLogger implements FastifyBaseLogger {
  readonly #parent: PinoLogger;
  readonly #bindings: Bindings;
  #own: FastifyBaseLogger | undefined;

  constructor(parent: PinoLogger, bindings: Bindings) {
    this.#parent = parent;
    this.#bindings = bindings;
  }

  get level(): string {
    return this.#parent.level;
  }

  fatal(...said: unknown[]): void {
    this.#say('fatal', said);
  }

  error(...said: unknown[]): void {
    this.#say('error', said);
  }

  warn(...said: unknown[]): void {
    this.#say('warn', said);
  }

  info(...said: unknown[]): void {
    this.#say('info', said);
  }

  debug(...said: unknown[]): void {
    this.#say('debug', said);
  }

  trace(...said: unknown[]): void {
    this.#say('trace', said);
  }

  silent(): void {
    // says nothing
  }

  child(bindings: Bindings): FastifyBaseLogger {
    return this.#made.child(bindings);
  }

  #say(level: Level, said: unknown[]): void {
    if (this.#parent.isLevelEnabled(level)) Reflect.apply(this.#made[level], this.#made, said);
  }

  get #made(): FastifyBaseLogger {
    return (this.#own ??= this.#parent.child(this.#bindings));
  }
}
