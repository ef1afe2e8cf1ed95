import { noContent } from "@neothink/auth/callback";
import { clearEnded } from "@neothink/auth/ended";

export const GET = clearEnded;
export const HEAD = noContent;
