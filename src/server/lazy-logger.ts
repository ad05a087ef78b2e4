/**
 * A logger that is made with its first line. Fastify asks for one for each request, so that its lines have its id; making one of
 * pino takes as long as a hypercall, and at `warn` hardly any request has something to say.
 */

import type { FastifyBaseLogger } from 'fastify';
import type { Bindings, ChildLoggerOptions, Level, Logger } from 'pino';

/** As Fastify wants to be given one. */
export const lazyLogger = (logger: Logger, bindings: Bindings = {}): FastifyBaseLogger =>
  new LazyLogger(logger, bindings);

class LazyLogger implements FastifyBaseLogger {
  readonly #parent: Logger;
  readonly #bindings: Bindings;
  readonly #options: ChildLoggerOptions | undefined;
  #own: Logger | undefined;

  constructor(parent: Logger, bindings: Bindings, options?: ChildLoggerOptions) {
    this.#parent = parent;
    this.#bindings = bindings;
    this.#options = options;
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

  child(bindings: Bindings, options?: ChildLoggerOptions): LazyLogger {
    return new LazyLogger(this.#made, bindings, options);
  }

  #say(level: Level, said: unknown[]): void {
    if (this.#parent.isLevelEnabled(level)) Reflect.apply(this.#made[level], this.#made, said);
  }

  get #made(): Logger {
    return (this.#own ??= this.#parent.child(this.#bindings, this.#options));
  }
}
