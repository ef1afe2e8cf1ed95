import { Agent, request } from "node:http";
import { createHistogram } from "node:perf_hooks";

/** What a closed loop of callers saw. Times are milliseconds. */
export interface Load {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  failures: number;
}

/** How to call one address. */
export interface Target {
  url: string;
  headers?: Record<string, string>;
}

/**
 * Calls an address from `callers` loops, each waiting for its answer before the next call, and
 * measures after a warm-up. An answer other than 200 counts as a failure.
 * @param seconds how long to measure; the warm-up takes a third of it before
 */
export async function measureLoad(
  target: Target,
  { callers, seconds }: { callers: number; seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  try {
    await drive(target, agent, callers, seconds / 3);
    return await drive(target, agent, callers, seconds);
  } finally {
    agent.destroy();
  }
}

async function drive(
  target: Target,
  agent: Agent,
  callers: number,
  seconds: number,
): Promise<Load> {
  const histogram = createHistogram();
  const started = performance.now();
  const until = started + seconds * 1000;
  let failures = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      const before = process.hrtime.bigint();
      const status = await call(target, agent);
      histogram.record(process.hrtime.bigint() - before);
      failures += status === 200 ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsed = (performance.now() - started) / 1000;
  return { ...percentiles(histogram), requestsPerSecond: histogram.count / elapsed, failures };
}

function percentiles(histogram: {
  percentile(p: number): number;
}): Pick<Load, "p50" | "p95" | "p99"> {
  const at = (p: number): number => histogram.percentile(p) / 1e6;
  return { p50: at(50), p95: at(95), p99: at(99) };
}

function call({ url, headers }: Target, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

/** Percentiles of plain samples in milliseconds, for tools that report each call. */
export function loadOfSamples(samples: readonly number[], seconds: number): Load {
  const histogram = createHistogram();
  for (const sample of samples) {
    histogram.record(Math.max(1, Math.round(sample * 1e6)));
  }
  return {
    ...percentiles(histogram),
    requestsPerSecond: samples.length / seconds,
    failures: 0,
  };
}
