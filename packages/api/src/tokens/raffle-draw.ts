import { createHash } from "node:crypto";

const drawWeekday = 0;
const drawHour = 20;

/** The next Sunday, 20:00 UTC, after a moment: when tickets that are bought then are drawn. */
export function nextDraw(now: Date): Date {
  const draw = new Date(now);
  draw.setUTCHours(drawHour, 0, 0, 0);
  draw.setUTCDate(draw.getUTCDate() + ((drawWeekday - draw.getUTCDay() + 7) % 7));
  if (draw.getTime() <= now.getTime()) {
    draw.setUTCDate(draw.getUTCDate() + 7);
  }
  return draw;
}

/** What is published before the first ticket: the SHA-256 of the secret, in hexadecimal. */
export function commitmentOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/**
 * The ticket that wins: SHA-256 of `<secret>:<draw>:<tickets>`, read as one number, modulo the
 * tickets, plus 1. Anyone can repeat it once the secret is published.
 */
export function winningTicket(secret: string, drawId: string, tickets: number): number {
  const digest = createHash("sha256").update(`${secret}:${drawId}:${tickets}`).digest("hex");
  return Number(BigInt(`0x${digest}`) % BigInt(tickets)) + 1;
}
