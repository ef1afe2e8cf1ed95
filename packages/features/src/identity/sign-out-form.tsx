import { Button } from "@neothink/ui/button";
import type { ReactElement, ReactNode } from "react";

/** A button that ends sessions; works without script. */
export function SignOutForm({
  scope,
  children,
}: {
  scope: "others" | "global";
  children: ReactNode;
}): ReactElement {
  return (
    <form method="post" action="/auth/sign-out">
      <input type="hidden" name="scope" value={scope} />
      <Button type="submit" variant={scope === "global" ? "destructive" : "outline"}>
        {children}
      </Button>
    </form>
  );
}
