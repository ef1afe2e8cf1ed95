import "server-only";
import { headers } from "next/headers";

/** What the browser calls itself, cut to a sane length. */
export async function userAgent(): Promise<string | null> {
  return (await headers()).get("user-agent")?.slice(0, 400) ?? null;
}
