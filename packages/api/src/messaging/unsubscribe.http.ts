import { asJob } from "@neothink/db/core/identity";
import { endMail } from "@neothink/db/messaging/mail";
import { z } from "zod";

const Key = z.guid();

/**
 * Ends the mails that the key came with, without a sign-in: for mail programs (RFC 8058) and for our
 * own page, which is led on to the answer. An unknown key is answered like a known one.
 */
export async function answerUnsubscribe(request: Request, key: string): Promise<Response> {
  const parsed = Key.safeParse(key);
  if (parsed.success) {
    await asJob((db) => endMail(db, parsed.data));
  }
  if (request.headers.get("accept")?.includes("text/html")) {
    // Relative, so that whatever stands in front of us decides the host.
    return new Response(null, { status: 303, headers: { location: "/unsubscribe?done=1" } });
  }
  return new Response(null, { status: 204 });
}
