"use client";

import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { Ban, Ellipsis, Flag, Link2, VolumeX } from "lucide-react";
import { type ReactElement, useState } from "react";
import { copyLink } from "./copy-link.ts";
import type { MemberData } from "./member-query.ts";
import { ReportDialog } from "./report-dialog.tsx";
import { useBlock } from "./use-block.ts";

/** What may be done about a member. */
export function MemberMenu({ member, name }: { member: MemberData; name: string }): ReactElement {
  const block = useBlock();
  const [reporting, setReporting] = useState(false);
  const { blocked, id } = member;
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`More about ${name}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => void copyLink(`/members/${id}`)}>
            <Link2 aria-hidden="true" />
            Copy link
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem
            onSelect={() => block({ id, name, kind: blocked === "mute" ? null : "mute" })}
          >
            <VolumeX aria-hidden="true" />
            {blocked === "mute" ? "Unmute" : "Mute"}
          </DropdownMenuItem>
          <DropdownMenuItem
            onSelect={() => block({ id, name, kind: blocked === "block" ? null : "block" })}
          >
            <Ban aria-hidden="true" />
            {blocked === "block" ? "Unblock" : "Block"}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setReporting(true)}>
            <Flag aria-hidden="true" />
            Report
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ReportDialog
        open={reporting}
        onOpenChange={setReporting}
        contentType="profile"
        contentId={id}
      />
    </>
  );
}
