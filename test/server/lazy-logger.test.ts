import { pino } from 'pino';
import { expect, it } from 'vitest';
import { lazyLogger } from '../../src/server/lazy-logger.js';

function loggerAt(level: string) {
  const lines: unknown[] = [];
  const write = (line: string) => lines.push(JSON.parse(line));
  const logger = pino({ base: null, timestamp: false, level }, { write });
  return { lines, said: lazyLogger(logger, { reqId: 'r1' }) };
}

it('says each line with the id, at the level of the service', () => {
  const { lines, said } = loggerAt('debug');

  said.fatal('one');
  said.error({ err: new Error('two') });
  said.warn('%d', 3);
  said.info({ status: 200 }, 'four');
  said.debug('five');
  said.trace('six');
  said.silent('seven');

  expect(said.level).toBe('debug');
  expect(lines).toEqual([
    { level: 60, reqId: 'r1', msg: 'one' },
    {
      level: 50,
      reqId: 'r1',
      err: { type: 'Error', message: 'two', stack: expect.any(String) },
      msg: 'two',
    },
    { level: 40, reqId: 'r1', msg: '3' },
    { level: 30, reqId: 'r1', status: 200, msg: 'four' },
    { level: 20, reqId: 'r1', msg: 'five' },
  ]);
});

it('has children, which say the id too, each with what it was given to say things with', () => {
  const { lines, said } = loggerAt('warn');
  const serializers = { gfn: (gfn: number) => `0x${gfn.toString(16)}` };

  said.child({ part: 'stream' }, { serializers }).warn({ gfn: 16 }, 'torn');

  expect(lines).toEqual([{ level: 40, reqId: 'r1', part: 'stream', gfn: '0x10', msg: 'torn' }]);
});
