import "server-only";
import { redirect } from "next/navigation";
import { onward } from "./form-guard.ts";
import type { FormState } from "./form-state.ts";

/**
 * Ends a form's act by going to a page. The way to another domain must be a full navigation: a
 * framework's redirect is fetched by script first, without that domain's cookies.
 */
export function arrive(previous: FormState, path: string): FormState {
  if (path.startsWith("/sso/")) {
    return onward(previous, { status: "done", values: { goTo: path } });
  }
  redirect(path);
}
