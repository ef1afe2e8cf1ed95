import { AsyncLocalStorage } from "node:async_hooks";

const log = new AsyncLocalStorage<string[]>();

/** Notes a statement that goes to the server, for whoever is counting. */
export function noteStatement(text: string): void {
  log.getStore()?.push(text);
}

/** Runs `fn` and gives its result with every SQL statement that it sent, in order; one is one round trip. */
export async function countStatements<T>(
  fn: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  const result = await log.run(statements, fn);
  return { result, statements };
}
