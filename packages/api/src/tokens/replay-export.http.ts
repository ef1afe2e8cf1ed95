import { exportEconomy } from "./replay-export.ts";

// Each export reads the whole ledger: more at once would slow members down.
const most = 4;
let running = 0;

/** Answers with the public record of the economy as JSON lines; 503 while too many read it at once. */
export function answerExport(): Response {
  if (running >= most) {
    return new Response("Others are reading the record. Please try again in a minute.\n", {
      status: 503,
      headers: { "retry-after": "60", "cache-control": "no-store" },
    });
  }
  running += 1;
  return new Response(
    streamed(exportEconomy(), () => {
      running -= 1;
    }),
    {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": 'inline; filename="economy.jsonl"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    },
  );
}

/** Bytes of the lines, read as their reader takes them; `onEnd` is called once, however it ends. */
function streamed(
  lines: AsyncGenerator<string, void, undefined>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let open = true;
  const end = (): void => {
    if (open) {
      open = false;
      onEnd();
    }
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (done) {
          end();
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(value));
      } catch (error) {
        end();
        throw error;
      }
    },
    async cancel() {
      end();
      await lines.return();
    },
  });
}
