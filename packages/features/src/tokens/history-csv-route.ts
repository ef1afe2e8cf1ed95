import { caller } from "../shell/trpc-server.tsx";

const pageSize = 100;

function cell(value: string): string {
  // A spreadsheet must not take a text for a formula; figures keep their sign.
  const safe = /^[=+@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `GET /wallet/history.csv`: every movement of the viewer, newest first, page by page as it is read. */
export async function GET(): Promise<Response> {
  const api = await caller();
  const first = await api.tokens.entry.list({ limit: pageSize }).catch(() => null);
  if (first === null) {
    return new Response("Please sign in first.\n", { status: 401 });
  }
  let page: typeof first | null = first;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("time,platform,title,kind,token,change,entry\r\n"));
    },
    async pull(controller) {
      if (page === null) {
        controller.close();
        return;
      }
      const lines = page.items.map((entry) =>
        [
          entry.createdAt.toISOString(),
          entry.site,
          entry.title,
          entry.eventType,
          entry.tokenType,
          entry.change,
          entry.id,
        ]
          .map(cell)
          .join(","),
      );
      const { nextCursor: cursor } = page;
      page = cursor === null ? null : await api.tokens.entry.list({ limit: pageSize, cursor });
      if (lines.length > 0) {
        controller.enqueue(encoder.encode(`${lines.join("\r\n")}\r\n`));
      } else {
        controller.close();
      }
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="wallet-history.csv"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
