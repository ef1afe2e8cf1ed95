import "server-only";
import { isSameOrigin } from "@neothink/auth/origin";
import { brand } from "@neothink/brand/current";
import { headers } from "next/headers";

/** Whether our own page sent this request; for server actions that are no forms. */
export async function fromOwnPage(): Promise<boolean> {
  return isSameOrigin({ headers: await headers() }, brand.slug);
}
