import { answerCron } from "@neothink/api/core/cron.http";

/** `GET /api/cron/<job>`: runs periodic work for a scheduler that shows `CRON_SECRET`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ job: string }> },
): Promise<Response> {
  return answerCron(request, (await params).job);
}
