import { pino } from 'pino';
import { expect, it } from 'vitest';
import { requestLogger } from '../../src/server/request-logger.js';

function loggerAt(level: string) {
  const lines: unknown[] = [];
  const write = (line: string) => lines.push(JSON.parse(line));
  const logger = pino({ base: null, timestamp: false, level }, { write });
  return { lines, said: requestLogger(logger, { reqId: 'r1' }) };
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

it('has children, which say the id too', () => {
  const { lines, said } = loggerAt('warn');

  said.child({ part: 'stream' }).warn('torn');

  expect(lines).toEqual([{ level: 40, reqId: 'r1', part: 'stream', msg: 'torn' }]);
});
