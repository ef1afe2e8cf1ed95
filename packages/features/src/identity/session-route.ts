import { getViewerClaims } from "@neothink/auth/server";
import { NextResponse } from "next/server";

/** `GET /auth/session`: whose session this browser holds; null for a visitor. */
export async function GET(): Promise<NextResponse> {
  const claims = await getViewerClaims();
  return NextResponse.json(
    { id: claims?.sub ?? null },
    { headers: { "cache-control": "private, no-store" } },
  );
}
