"use server";

import { callService } from "@neothink/auth/service-call";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { authMessage } from "./auth-messages.ts";
import { fromOwnPage } from "./own-page.ts";

/** Signs one device out; gives a sentence when that failed. */
export async function endDevice(sessionId: string): Promise<string | null> {
  const id = z.uuid().safeParse(sessionId);
  if (!(await fromOwnPage()) || !id.success) {
    return "Please reload this page and try again.";
  }
  const answer = await callService(`/sessions/${id.data}`, { method: "DELETE" });
  revalidatePath("/settings/sessions");
  // Gone already is as good as ended.
  return answer.ok || answer.status === 404
    ? null
    : authMessage({ code: answer.code ?? undefined, status: answer.status });
}
