/** Which colour of the style sheet a p2m type has; those that have none share one. */

export const tokenOf = (type: string): string =>
  `--${type.replaceAll('_', '-')}, var(--other-type)`;
