import { exchangeCode, noContent } from "@neothink/auth/callback";
import type { NextResponse } from "next/server";
import { welcomeNewcomer } from "./finish-sign-in.ts";

/** Takes the code of a mail link or provider. */
export function GET(request: Request): Promise<NextResponse> {
  return exchangeCode(request, async (session) => {
    await welcomeNewcomer(session);
  });
}

export const HEAD = noContent;
