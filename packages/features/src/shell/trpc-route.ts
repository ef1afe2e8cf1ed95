import { answerRequest } from "@neothink/api/core/http";
import { isSameOrigin } from "@neothink/auth/origin";
import { getViewerClaims } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { after } from "next/server";
import { requestIdOf } from "./request-id.ts";

const endpoint = "/api/trpc";

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
  return answerRequest(request, endpoint, {
    claims: await getViewerClaims(),
    brand,
    requestId: requestIdOf(request.headers),
    defer: (work) => after(work),
  });
}
