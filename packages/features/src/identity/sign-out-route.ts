import { endSession } from "@neothink/auth/sign-out";

export const POST = endSession;
