import { setTimeout as sleep } from "node:timers/promises";

// Most periodic work is due every few minutes; a minute late is early enough.
const interval = 60_000;

/** Asks the app at `origin` each minute to do the periodic work that is due, until `signal`. */
export async function tick(origin: string, secret: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await fetch(`${origin}/api/cron/due`, {
        headers: { authorization: `Bearer ${secret}` },
        signal: AbortSignal.any([signal, AbortSignal.timeout(300_000)]),
      });
    } catch {
      // The app logs its own failures; one that is away is asked again.
    }
    await sleep(interval, undefined, { signal }).catch(() => undefined);
  }
}
