import { messageOf } from "../stack/problem.ts";

/** Work that goes on after the answer, so that its length tells the caller nothing. */
export interface Background {
  /** Starts a piece of work; its failure is logged and never reaches the caller. */
  start(what: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Makes the register of running work. */
export function createBackground(): Background {
  const running = new Set<Promise<void>>();
  return {
    start(what, work) {
      const task = work()
        .catch((error: unknown) => console.error(`auth: ${what} failed:`, messageOf(error)))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      while (running.size > 0) {
        await Promise.all(running);
      }
    },
  };
}
