import { createHash } from "node:crypto";

/**
 * Answers with XML, or with 304 where the reader has it already: by `If-None-Match`, and without it
 * by `If-Modified-Since`, to the second.
 */
export function xmlResponse(
  request: Request,
  document: { readonly body: string; readonly type: string; readonly changedAt: Date | null },
): Response {
  const { body, changedAt, type } = document;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "public, max-age=300",
    "x-content-type-options": "nosniff",
    etag,
    ...(changedAt === null ? {} : { "last-modified": changedAt.toUTCString() }),
  });
  const known = request.headers.get("if-none-match");
  if (known !== null) {
    const tags = known.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    return tags.includes(etag) || tags.includes("*")
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers });
  }
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  const same = changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
  return same ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
