/** The line cannot be made sense of: said with how the command is used; the exit status is 2. */
export class UsageError extends Error {}
