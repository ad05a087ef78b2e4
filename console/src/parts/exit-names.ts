/** Exits as one speaks of them. */

const NAMES: Readonly<Record<string, string>> = {
  EPT_VIOLATION: 'EPT violation',
  EPT_MISCONFIG: 'EPT misconfiguration',
};

export const exitName = (reason: string): string => NAMES[reason] ?? reason;
