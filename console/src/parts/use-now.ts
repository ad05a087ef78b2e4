/** What the clock of this page says, in milliseconds, anew every second while somebody looks. */

import { useEffect, useState } from 'preact/hooks';

export function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
