import { createContext } from "@neothink/api/core/context";
import { appRouter } from "@neothink/api/core/router";
import { isSameOrigin } from "@neothink/auth/origin";
import { getViewerClaims } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { after } from "next/server";
import { requestIdOf } from "./request-id.ts";

const endpoint = "/api/trpc";

// Enough for any page; more in one request would be somebody filling our connections.
const maxBatchSize = 20;

/** Answers the API's reads. */
export function GET(request: Request): Promise<Response> {
  return answer(request);
}

/** Answers the API's changes, sent by our own pages only, and as JSON: no plain form can be forged. */
export async function POST(request: Request): Promise<Response> {
  const json = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (!json || !isSameOrigin(request, brand.slug)) {
    return Response.json({ reason: "foreign_origin" }, { status: 403 });
  }
  return answer(request);
}

async function answer(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const claims = await getViewerClaims();
  const defer = (work: Promise<void>) => after(work);
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    maxBatchSize,
    createContext: () => createContext({ claims, brand, requestId, defer }),
    responseMeta: () => ({
      headers: new Headers([
        ["cache-control", "private, no-store"],
        ["x-request-id", requestId],
      ]),
    }),
  });
}
