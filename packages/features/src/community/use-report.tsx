"use client";

import type { ReportableType } from "@neothink/api/community/reports.schema";
import { DropdownMenuItem } from "@neothink/ui/dropdown-menu";
import { Flag } from "lucide-react";
import { type ReactElement, useState } from "react";
import { ReportDialog } from "./report-dialog.tsx";

/**
 * An entry for a menu that reports this thing, and the dialog that it opens. The dialog stands beside
 * the menu, which is gone when its entry was chosen.
 */
export function useReport(
  contentType: ReportableType,
  contentId: string,
): { readonly item: ReactElement; readonly dialog: ReactElement } {
  const [open, setOpen] = useState(false);
  return {
    item: (
      <DropdownMenuItem onSelect={() => setOpen(true)}>
        <Flag aria-hidden="true" />
        Report
      </DropdownMenuItem>
    ),
    dialog: (
      <ReportDialog
        open={open}
        onOpenChange={setOpen}
        contentType={contentType}
        contentId={contentId}
      />
    ),
  };
}
