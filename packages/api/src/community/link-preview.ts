import { lookup } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { LinkPreviewData } from "@neothink/db/community/link-previews";
import { readPageHead } from "./page-head.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** What a server answered; `body` is read only as far as it is needed. */
export interface PageAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the connection. */
  readonly close: () => void;
}

/** The outside world, so that a test can stand in for it. */
export interface Outside {
  readonly resolve: (host: string) => Promise<readonly Resolved[]>;
  /** Asks for `url` from exactly this address, whatever its name may stand for by now. */
  readonly open: (url: URL, from: Resolved, signal: AbortSignal) => Promise<PageAnswer>;
}

/** A page that may not or cannot be previewed, with the reason. */
export class NoPreview extends Error {
  override readonly name = "NoPreview";
}

const mostRedirects = 3;
const mostBytes = 512 * 1024;
const mostMilliseconds = 5000;
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Asks the real world: the system's resolver, and a connection that is pinned to the address. */
export const internet: Outside = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  open: openPinned,
};

/**
 * Reads what a page says of itself. Goes to public addresses only: each name is resolved once, every
 * address it stands for must be public, and the connection goes to the one that was checked. Each
 * redirect, three at most, is held to the same. HTML only, the first 512 kB, 5 seconds in all.
 * @throws NoPreview when the page may not be asked or has nothing to show.
 */
export async function fetchPreview(
  address: string,
  outside: Outside = internet,
): Promise<LinkPreviewData> {
  const signal = AbortSignal.timeout(mostMilliseconds);
  let url = allowedUrl(address);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const answer = await outside.open(url, await allowedHost(url, outside), signal);
    try {
      if (!redirects.includes(answer.status)) {
        return readPageHead(await readHtml(answer), url.hostname);
      }
      url = allowedUrl(answer.location ?? "", url);
    } finally {
      answer.close();
    }
  }
  throw new NoPreview("too many redirects");
}

function allowedUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) {
    throw new NoPreview("no address");
  }
  const url = new URL(address, base);
  const plainPort = url.port === "" || url.port === "80" || url.port === "443";
  if ((url.protocol !== "http:" && url.protocol !== "https:") || !plainPort) {
    throw new NoPreview("not the web");
  }
  if (url.username !== "" || url.password !== "") {
    throw new NoPreview("carries a password");
  }
  return url;
}

async function allowedHost(url: URL, outside: Outside): Promise<Resolved> {
  // The URL parser has written odd spellings of IPv4 (hex, octal, one number) as plain ones.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found = family === 0 ? await outside.resolve(host) : [{ address: host, family }];
  const [first] = found;
  if (!first || !found.every((one) => isPublicAddress(one.address))) {
    throw new NoPreview("not a public host");
  }
  return first;
}

async function readHtml({
  body,
  contentEncoding,
  contentType,
  status,
}: PageAnswer): Promise<string> {
  if (status !== 200 || !/^text\/html\b/i.test(contentType ?? "")) {
    throw new NoPreview("no page");
  }
  if (contentEncoding !== null && contentEncoding !== "identity") {
    throw new NoPreview("compressed although not asked for");
  }
  const decoder = decoderFor(contentType ?? "");
  let html = "";
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    html += decoder.decode(chunk, { stream: true });
    // All that a preview shows stands in the head.
    if (bytes >= mostBytes || /<\/head\s*>/i.test(html)) {
      break;
    }
  }
  return html;
}

function decoderFor(contentType: string): TextDecoder {
  const [, charset = "utf-8"] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** Asks for `url`, connecting to `from` and to nothing else. */
export function openPinned(url: URL, from: Resolved, signal: AbortSignal): Promise<PageAnswer> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        signal,
        agent: false,
        headers: {
          accept: "text/html",
          "accept-encoding": "identity",
          "user-agent": "NeothinkPreview",
        },
        lookup: (_host, options, done) => {
          if (options.all) {
            done(null, [{ address: from.address, family: from.family }]);
          } else {
            done(null, from.address, from.family);
          }
        },
      },
      (answer) =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? null,
          contentType: answer.headers["content-type"] ?? null,
          contentEncoding: answer.headers["content-encoding"] ?? null,
          body: answer,
          close: () => answer.destroy(),
        }),
    );
    asked.on("error", (error) => reject(new NoPreview("no answer", { cause: error })));
    asked.end();
  });
}
