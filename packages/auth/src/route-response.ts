import { NextResponse } from "next/server";

/** Marks a response that belongs to one person. */
export function noStore(response: NextResponse): NextResponse {
  response.headers.set("cache-control", "private, no-cache, no-store, must-revalidate, max-age=0");
  response.headers.set("referrer-policy", "no-referrer");
  return response;
}

/** See-other to a path of this app; relative, so that no host name can be smuggled in. */
export function redirectTo(path: string): NextResponse {
  return noStore(new NextResponse(null, { status: 303, headers: { location: path } }));
}

/** See-other to an address of a sister app. */
export function sendTo(target: URL): NextResponse {
  return noStore(new NextResponse(null, { status: 303, headers: { location: target.href } }));
}

/** A plain refusal. */
export function refuse(status: 400 | 403 | 405, message: string): NextResponse {
  return noStore(
    new NextResponse(`${message}\n`, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8" },
    }),
  );
}
