import { answerUnsubscribe } from "@neothink/api/messaging/unsubscribe.http";

/** `POST /api/mail/unsubscribe/<key>`: ends the mails that the key came with; the key is the right. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  return answerUnsubscribe(request, (await params).key);
}

/** Who follows the address by hand is asked first: mail scanners open links, too. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params;
  const location = `/unsubscribe?key=${encodeURIComponent(key)}`;
  return new Response(null, { status: 303, headers: { location } });
}
