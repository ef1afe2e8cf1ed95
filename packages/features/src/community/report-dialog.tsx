"use client";

import {
  type ReportableType,
  type ReportReason,
  reportableLabels,
  reportReasons,
} from "@neothink/api/community/reports.schema";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import { Textarea } from "@neothink/ui/textarea";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

const reasons = Object.entries(reportReasons);

function isReason(value: string): value is ReportReason {
  return Object.hasOwn(reportReasons, value);
}

/** Asks why something should be looked at, and sends it to the moderators. */
export function ReportDialog({
  open,
  onOpenChange,
  contentType,
  contentId,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  contentType: ReportableType;
  contentId: string;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [reason, setReason] = useState<ReportReason>("spam");
  const [details, setDetails] = useState("");
  const report = useMutation(
    api.community.reports.create.mutationOptions({
      onSuccess: ({ fresh }) => {
        toastSuccess(fresh ? "Thank you. A moderator will look at it." : "You reported it before", {
          detail: "You find the decision in your settings, under Reports.",
        });
        setDetails("");
        onOpenChange(false);
        return client.invalidateQueries({ queryKey: api.community.reports.pathKey() });
      },
      onError: (error) =>
        toastError("The report was not sent", { detail: apiFailure(error).message }),
    }),
  );
  const label = reportableLabels[contentType];
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Report this {label}</DialogTitle>
          <DialogDescription>
            Only moderators see your report and your name. You are told what they decide.
          </DialogDescription>
        </DialogHeader>
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!report.isPending) {
              report.mutate({ contentType, contentId, reason, details: details.trim() });
            }
          }}
        >
          <RadioCards
            aria-label="Reason"
            className="gap-2"
            value={reason}
            onValueChange={(value) => {
              if (isReason(value)) {
                setReason(value);
              }
            }}
          >
            {reasons.map(([value, { title, description }]) => (
              <RadioCard
                key={value}
                value={value}
                title={title}
                description={description}
                className="p-3"
              />
            ))}
          </RadioCards>
          <Field label="What should we know?" hint="Not required, but it helps.">
            <Textarea
              value={details}
              maxLength={2000}
              rows={3}
              onChange={(event) => setDetails(event.target.value)}
            />
          </Field>
          <DialogFooter>
            <Button type="button" variant="ghost" onClick={() => onOpenChange(false)}>
              Cancel
            </Button>
            <Button type="submit" aria-disabled={report.isPending || undefined}>
              Send report
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
