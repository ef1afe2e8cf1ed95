import { Button } from "@neothink/ui/button";
import Link from "next/link";
import type { ReactElement } from "react";

/** Within the frame: the thing asked for is not there, or not for this member. */
export default function MemberNotFound(): ReactElement {
  return (
    <div className="grid justify-items-start gap-6 py-8 sm:py-13">
      <p className="text-sm font-medium text-brand-text">Not found</p>
      <h1 className="display max-w-[18ch] text-[2rem] sm:text-[2.625rem]">
        This is not here, or not for you to see
      </h1>
      <p className="max-w-[52ch] leading-relaxed text-muted-foreground">
        It may have been removed, or its author shows it to others only. Nothing of yours is
        affected.
      </p>
      <Button asChild variant="outline">
        <Link href="/home">Back to the start</Link>
      </Button>
    </div>
  );
}
