/**
 * Something the person at the keyboard can mend: `message` says what is wrong, `advice` what to do.
 * Whoever starts the stack prints both, without a stack trace.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a Node or Postgres error (`ENOENT`, `28P01`), or an empty string. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
