/** What the service answers, asked again whenever something happened that concerns it. */

import { useEffect, useRef } from 'preact/hooks';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import { XenApiError } from '../../../src/client/xen-api-error.js';
import { Asking } from './asking.js';
import type { Entry } from './entry.js';
import { generation, onEntries } from './feed.js';

export interface Live<Value> {
  /** The last that was answered; undefined until then, and when it was refused. */
  readonly value: ReadonlySignal<Value | undefined>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly refresh: () => void;
}

/**
 * `load` is called at first, when a value of `inputs` is another, for a new generation, and some time after entries of
 * which `concerns` says so.
 */
export function useLive<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  concerns: (entry: Entry) => boolean,
  inputs: readonly unknown[],
): Live<Value> {
  const value = useSignal<Value | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);
  const refresh = useRef(() => {});
  const began = generation.value;

  useEffect(() => {
    const asking = new Asking(load, {
      answered: (answer) => {
        value.value = answer;
        error.value = undefined;
      },
      failed: (thrown) => {
        if (thrown instanceof XenApiError) value.value = undefined;
        error.value = thrown instanceof Error ? thrown.message : String(thrown);
      },
    });
    const forget = onEntries((batch) => {
      if (batch.some(concerns)) asking.soon();
    });
    refresh.current = () => asking.soon();
    asking.now();

    return () => {
      forget();
      asking.stop();
    };
  }, [...inputs, began]);

  return { value, error, refresh: () => refresh.current() };
}
