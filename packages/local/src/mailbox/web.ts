import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { followMailbox } from "./follow.ts";
import { deleteAllPage, listPage, mailDocument, messagePage, missingPage } from "./pages.ts";
import type { MailStore } from "./store.ts";

const css = readFileSync(new URL("./mailbox.css", import.meta.url), "utf8");
const script = `(${followMailbox.toString()})();`;
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="7" width="26" height="18" rx="3" fill="#3f4fd0"/><path d="m5 10 11 8 11-8" fill="none" stroke="#fff" stroke-width="2.5"/></svg>`;

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail may draw itself and open links in new tabs; it runs nothing and asks nobody. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

type Answer = {
  status: number;
  type: string;
  body: string;
  headers?: Record<string, string>;
};

/**
 * Serves the mailbox page and its JSON:
 * `GET /api/messages?to=&limit=` lists `{ messages }` newest first, `GET` and `DELETE /api/messages/:id`
 * answer one `{ message }` or take it away, `DELETE /api/messages` empties the box.
 */
export async function startMailboxPage(options: {
  store: MailStore;
  host: string;
  port: number;
}): Promise<{ close(): Promise<void> }> {
  const { store, host, port } = options;
  const server = createServer((request, response) => {
    request.resume();
    send(request, response, refuse(request, port) ?? answer(request, store));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Names this server must be called by. A page of the web may point a name of its own at 127.0.0.1
 * and would then read sign-in links here; only its Host header gives it away. A change must also
 * come from this very page, when it comes from a browser.
 */
function refuse(request: IncomingMessage, port: number): Answer | null {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  const { host = "", origin } = request.headers;
  if (!hosts.includes(host.toLowerCase())) {
    return text(421, `This is the mailbox of http://localhost:${port}.`);
  }
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) {
    return text(403, "Only the mailbox's own page may change it.");
  }
  return null;
}

function answer(request: IncomingMessage, store: MailStore): Answer {
  const url = new URL(request.url ?? "/", "http://localhost");
  const [first = "", id = "", last = ""] = url.pathname.split("/").slice(1);
  const route = `${request.method === "HEAD" ? "GET" : request.method} /${first}`;
  switch (route) {
    case "GET /":
      return page(listPage(store.list(filterOf(url)), url.searchParams.get("to") ?? ""));
    case "GET /mailbox.css":
      return { status: 200, type: "text/css; charset=utf-8", body: css };
    case "GET /mailbox.js":
      return { status: 200, type: "text/javascript; charset=utf-8", body: script };
    case "GET /icon.svg":
      return { status: 200, type: "image/svg+xml", body: icon };
    case "GET /delete-all":
      return page(deleteAllPage(store.list().length));
    case "POST /delete-all":
      store.clear();
      return seeOther("/");
    case "GET /messages":
      return showMessage(store, id, last);
    case "POST /messages":
      return last === "delete" && store.remove(id) ? seeOther("/") : page(missingPage(), 404);
    case "GET /api":
    case "DELETE /api":
      return answerApi(route.startsWith("GET"), url, store);
    default:
      return page(missingPage(), 404);
  }
}

function showMessage(store: MailStore, id: string, last: string): Answer {
  const message = store.find(id);
  if (!message || (last !== "" && last !== "html")) {
    return page(missingPage(), 404);
  }
  if (last === "") {
    return page(messagePage(message));
  }
  return {
    status: 200,
    type: "text/html; charset=utf-8",
    body: mailDocument(message.html ?? ""),
    headers: { "content-security-policy": mailPolicy, "x-frame-options": "SAMEORIGIN" },
  };
}

function answerApi(reads: boolean, url: URL, store: MailStore): Answer {
  const [, , noun, id] = url.pathname.split("/");
  if (noun === "newest" && reads) {
    return json(200, { id: store.list({ ...filterOf(url), limit: 1 })[0]?.id ?? "" });
  }
  if (noun !== "messages") {
    return json(404, { error: "There is no such address." });
  }
  if (!id) {
    if (reads) {
      return json(200, { messages: store.list(filterOf(url)) });
    }
    store.clear();
    return json(200, { messages: [] });
  }
  const message = store.find(id);
  if (!message) {
    return json(404, { error: "There is no such mail." });
  }
  if (!reads) {
    store.remove(id);
  }
  return json(200, { message });
}

function filterOf(url: URL): { to?: string; limit?: number } {
  const to = url.searchParams.get("to");
  const limit = Number(url.searchParams.get("limit"));
  return {
    ...(to ? { to } : {}),
    ...(Number.isInteger(limit) && limit > 0 ? { limit } : {}),
  };
}

function page(body: string, status = 200): Answer {
  return { status, type: "text/html; charset=utf-8", body };
}

function json(status: number, value: unknown): Answer {
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

function text(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body: `${body}\n` };
}

function seeOther(location: string): Answer {
  return { ...text(303, `See ${location}`), headers: { location } };
}

function send(request: IncomingMessage, response: ServerResponse, reply: Answer): void {
  response.writeHead(reply.status, {
    "content-type": reply.type,
    "cache-control": "no-store",
    "content-security-policy": pagePolicy,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...reply.headers,
  });
  response.end(request.method === "HEAD" ? undefined : reply.body);
}
