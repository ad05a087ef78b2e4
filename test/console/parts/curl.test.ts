import { expect, it } from 'vitest';
import { curl } from '../../../console/src/parts/curl.js';

it('is what a shell takes', () => {
  expect(curl('http://127.0.0.1:1/x', { a: 1 })).toBe(
    `curl -s http://127.0.0.1:1/x -H 'content-type: application/json' -d '{"a":1}'`,
  );
});

it('takes an apostrophe as it is', () => {
  expect(curl('http://127.0.0.1:1/x', { why: "it's" })).toMatch(/ -d '\{"why":"it'\\''s"\}'$/);
});
