/** Scenarios chosen by name: globs with commas between them, in which `*` stands for anything. */

export function choosing(globs: string | undefined): (scenario: string) => boolean {
  if (globs === undefined) return () => true;
  const patterns = globs.split(',').map((glob) => patternOf(glob.trim()));
  return (scenario) => patterns.some((pattern) => pattern.test(scenario));
}

function patternOf(glob: string): RegExp {
  const pieces = glob.split('*').map((piece) => piece.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`);
}
