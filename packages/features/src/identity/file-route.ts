import { NextResponse } from "next/server";
import { z } from "zod";
import { caller } from "../shell/trpc-server.tsx";

const FileId = z.guid();

/** `GET /api/files/:id`: a stored file, to whoever may see it. A file never changes its bytes. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<NextResponse> {
  const id = FileId.safeParse((await params).fileId);
  if (!id.success) {
    return new NextResponse(null, { status: 404 });
  }
  const api = await caller();
  const file = await api.identity.file.get({ id: id.data }).catch(() => null);
  if (file === null) {
    return new NextResponse(null, { status: 404, headers: { "cache-control": "no-store" } });
  }
  return new NextResponse(new Uint8Array(file.content), {
    headers: {
      "content-type": file.contentType,
      // Private: who sees a picture depends on who asks.
      "cache-control": "private, max-age=86400, immutable",
      // Whatever the bytes are, they run no script.
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
