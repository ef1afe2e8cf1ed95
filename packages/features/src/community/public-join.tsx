import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import Link from "next/link";
import type { ReactElement } from "react";

/** Invites a visitor to take part, and leads members to the same thing inside. */
export function PublicJoin({ path, call }: { path: string; call: string }): ReactElement {
  return (
    <aside
      aria-label="Take part"
      className="grid justify-items-start gap-4 rounded-xl border bg-card p-5 shadow-xs"
    >
      <p className="text-sm text-muted-foreground">
        {call} {brand.name} is where {brand.members} talk it over.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button asChild>
          <Link href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in to take part</Link>
        </Button>
        <Button asChild variant="outline">
          <Link href="/sign-up">Join</Link>
        </Button>
      </div>
    </aside>
  );
}
