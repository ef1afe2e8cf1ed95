import { z } from "zod";
import type { Stack } from "./stack.ts";

const messagesSchema = z.object({
  messages: z.array(
    z.object({ subject: z.string(), text: z.string(), html: z.string().nullish() }),
  ),
});

/**
 * Waits for a mail to somebody and gives the address of the first link in it that matches.
 * @throws when none came within ten seconds
 */
export async function linkFromMail(stack: Stack, to: string, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const response = await fetch(
      new URL(`/api/messages?to=${encodeURIComponent(to)}`, stack.mailboxUrl),
    );
    const { messages } = messagesSchema.parse(await response.json());
    for (const { text } of messages) {
      const link = text.match(/https?:\/\/\S+/g)?.find((url) => pattern.test(url));
      if (link) {
        return link;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${to} with a link like ${pattern} came within ten seconds.`);
}
