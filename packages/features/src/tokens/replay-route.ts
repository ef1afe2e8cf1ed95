import { exportEconomy } from "@neothink/api/tokens/replay-export";

// Each export reads the whole ledger: more at once would slow members down.
const most = 4;
let running = 0;

/** `GET /economy/export`: the public record of the economy as JSON lines, for anyone. */
export function GET(): Response {
  if (running >= most) {
    return new Response("Others are reading the record. Please try again in a minute.\n", {
      status: 503,
      headers: { "retry-after": "60", "cache-control": "no-store" },
    });
  }
  running += 1;
  const lines = exportEconomy();
  const encoder = new TextEncoder();
  let open = true;
  const done = (): void => {
    running -= open ? 1 : 0;
    open = false;
  };
  const body = new ReadableStream<Uint8Array>({
    // The next page is read once the reader has taken the one before.
    async pull(controller) {
      try {
        const { done: finished, value } = await lines.next();
        if (finished) {
          done();
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(value));
      } catch (error) {
        done();
        throw error;
      }
    },
    async cancel() {
      done();
      await lines.return();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'inline; filename="economy.jsonl"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
