"use client";

import { type Measure, measures } from "@neothink/api/community/reports.schema";
import { Button } from "@neothink/ui/button";
import { Checkbox } from "@neothink/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Label } from "@neothink/ui/label";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import { Textarea } from "@neothink/ui/textarea";
import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { labelOf, type QueueItem } from "./report-query.ts";

const words: Readonly<Record<Measure, { title: string; description: string }>> = {
  dismiss: { title: "Dismiss", description: "Nothing against the rules. The author is not told." },
  remove: { title: "Remove", description: "Takes it away, with what was paid for it." },
  warn: { title: "Warn", description: "Tells the member that this must not happen again." },
  suspend: { title: "Suspend", description: "The member reads on but may not write for a while." },
};

/** Asks what is to be done about what was chosen, and why; offers to take it back. */
export function DecideDialog({
  items,
  onClose,
}: {
  items: readonly QueueItem[];
  onClose: (decided: boolean) => void;
}): ReactElement {
  return (
    <Dialog open={items.length > 0} onOpenChange={(open) => (open ? undefined : onClose(false))}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>
            {items.length === 1
              ? `Decide about this ${labelOf(items[0]?.contentType ?? "")}`
              : `Decide about ${items.length} at once`}
          </DialogTitle>
          <DialogDescription>
            Both sides are told, with your reason. Whom it concerns can appeal; another moderator
            decides then.
          </DialogDescription>
        </DialogHeader>
        <DecideForm items={items} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function useDecide(onDone: () => void) {
  const api = useTRPC();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: api.community.pathKey() });
  const undo = useMutation(
    api.community.moderation.undo.mutationOptions({
      onError: (error) =>
        toastError("It was not taken back", { detail: apiFailure(error).message }),
      onSettled,
    }),
  );
  return useMutation(
    api.community.moderation.decide.mutationOptions({
      onSuccess: ({ ids, skipped }) => {
        const others = skipped > 0 ? `, ${skipped} were decided before` : "";
        toastUndo({
          message: `${ids.length} decided${others}`,
          onUndo: () => undo.mutate({ ids: [...ids] }),
        });
        onDone();
      },
      onError: (error) => toastError("Nothing was decided", { detail: apiFailure(error).message }),
      onSettled,
    }),
  );
}

function DecideForm({
  items,
  onClose,
}: {
  items: readonly QueueItem[];
  onClose: (decided: boolean) => void;
}): ReactElement {
  const [measure, setMeasure] = useState<Measure>("dismiss");
  const [note, setNote] = useState("");
  const [days, setDays] = useState(7);
  const [remove, setRemove] = useState(true);
  const decide = useDecide(() => onClose(true));
  const sanction = measure === "warn" || measure === "suspend";
  const members = items.some(({ contentType }) => contentType === "profile");
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!decide.isPending) {
          decide.mutate({
            items: items.map(({ contentId, contentType }) => ({ contentId, contentType })),
            measure,
            note: note.trim(),
            days,
            remove: sanction && remove && !members,
          });
        }
      }}
    >
      <RadioCards
        aria-label="Decision"
        className="gap-2 sm:grid-cols-2"
        value={measure}
        onValueChange={(value) => setMeasure(measures.find((name) => name === value) ?? "dismiss")}
      >
        {measures
          .filter((name) => !(members && name === "remove"))
          .map((name) => (
            <RadioCard key={name} value={name} {...words[name]} className="p-3" />
          ))}
      </RadioCards>
      {measure === "suspend" ? (
        <Field label="Days">
          <Input
            type="number"
            min={1}
            max={365}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </Field>
      ) : null}
      {sanction && !members ? (
        <span className="flex items-center gap-2.5">
          <Checkbox
            id="remove-too"
            checked={remove}
            onCheckedChange={(on) => setRemove(on === true)}
          />
          <Label htmlFor="remove-too">Remove what was reported, too</Label>
        </span>
      ) : null}
      <Field
        label="Reason"
        required={measure !== "dismiss"}
        hint={measure === "dismiss" ? "Told to those who reported it." : "Told to both sides."}
      >
        <Textarea
          value={note}
          rows={3}
          maxLength={2000}
          required={measure !== "dismiss"}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <DialogFooter>
        <Button type="button" variant="ghost" onClick={() => onClose(false)}>
          Cancel
        </Button>
        <Button type="submit" aria-disabled={decide.isPending || undefined}>
          {words[measure].title}
        </Button>
      </DialogFooter>
    </form>
  );
}
