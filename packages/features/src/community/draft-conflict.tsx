"use client";

import type { DraftContent } from "@neothink/api/community/drafts.schema";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@neothink/ui/dialog";
import { Time } from "@neothink/ui/time";
import type { ReactElement } from "react";
import { toTyped } from "./mention-text.ts";
import type { ConflictChoice, Draft } from "./use-draft.ts";

/** Two devices wrote at one draft: shows both texts side by side and asks which one stays. */
export function DraftConflict({
  mine,
  theirs,
  onChoose,
}: {
  mine: DraftContent;
  theirs: Draft;
  onChoose: (choice: ConflictChoice) => void;
}): ReactElement {
  return (
    <Dialog open>
      <DialogContent className="max-w-3xl" onEscapeKeyDown={(event) => event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>This draft was changed on another device</DialogTitle>
          <DialogDescription>
            Choose what to go on with. Nothing is lost until then.
          </DialogDescription>
        </DialogHeader>
        <div className="grid gap-4 sm:grid-cols-2">
          <Version title="Here" content={mine.content} />
          <Version
            title={
              <>
                There, <Time value={theirs.savedAt} />
              </>
            }
            content={theirs.data.content}
          />
        </div>
        <DialogFooter>
          <Button variant="ghost" onClick={() => onChoose("both")}>
            Keep both
          </Button>
          <Button variant="outline" onClick={() => onChoose("theirs")}>
            Use the one there
          </Button>
          <Button onClick={() => onChoose("mine")}>Keep the one here</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Version({
  title,
  content,
}: {
  title: ReactElement | string;
  content: string;
}): ReactElement {
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-sm font-medium">{title}</h3>
      <p className="max-h-60 overflow-y-auto rounded-md border bg-muted p-3 text-sm wrap-anywhere whitespace-pre-wrap">
        {toTyped(content).text || "Nothing."}
      </p>
    </section>
  );
}
