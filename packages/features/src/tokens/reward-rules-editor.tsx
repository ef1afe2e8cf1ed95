"use client";

import type { SiteRules } from "@neothink/api/tokens/reward-rules.schema";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { RewardRulesActions } from "./reward-rules-actions.tsx";
import { RewardRulesEffect } from "./reward-rules-effect.tsx";
import { RewardRulesFigures } from "./reward-rules-figures.tsx";
import type { VersionedRules } from "./reward-rules-query.ts";

/** The rules of one platform as a form: look at the effect first, then save. */
export function RewardRulesEditor({ rules }: { rules: VersionedRules }): ReactElement {
  const { version, ...saved } = rules;
  const api = useTRPC();
  const cache = useQueryClient();
  const [draft, setDraft] = useState<SiteRules>(saved);
  // The rules that the effect was computed for: it may only be saved as it was looked at.
  const [looked, setLooked] = useState<string | null>(null);
  const preview = useMutation(api.tokens.rules.preview.mutationOptions());
  const update = useMutation(
    api.tokens.rules.update.mutationOptions({
      onSuccess: async () => {
        toastSuccess("The new rules are in force", {
          detail: "Old and new are in the audit trail.",
        });
        await cache.invalidateQueries({ queryKey: api.tokens.rules.list.queryKey() });
      },
    }),
  );
  const text = JSON.stringify(draft);
  const changed = text !== JSON.stringify(saved);
  const failure = update.error ?? preview.error;
  const refused = failure ? apiFailure(failure) : null;

  function look(event?: FormEvent): void {
    event?.preventDefault();
    update.reset();
    preview.mutate({ ...draft, days: 90 }, { onSuccess: () => setLooked(text) });
  }

  return (
    <form onSubmit={look} noValidate className="grid grid-cols-1 gap-8">
      <Card>
        <CardHeader>
          <CardTitle>Figures</CardTitle>
          <CardDescription>They enter the formula that every award shows.</CardDescription>
        </CardHeader>
        <CardContent>
          <RewardRulesFigures
            figures={draft.figures}
            errors={refused?.fields ?? {}}
            onChange={(figures) => setDraft({ ...draft, figures })}
          />
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Actions</CardTitle>
          <CardDescription>The weight multiplies the base reward.</CardDescription>
        </CardHeader>
        <CardContent>
          <RewardRulesActions
            actions={draft.actions}
            errors={refused?.fields ?? {}}
            onChange={(actions) => setDraft({ ...draft, actions })}
          />
        </CardContent>
      </Card>
      {refused ? (
        <Alert tone="error" title="Not accepted">
          {refused.message}
        </Alert>
      ) : null}
      {preview.data ? <RewardRulesEffect effect={preview.data} stale={looked !== text} /> : null}
      <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-3 border-t bg-background/95 px-1 py-4 backdrop-blur-md">
        <Button
          type="submit"
          variant={looked === text ? "outline" : "primary"}
          disabled={preview.isPending}
        >
          {preview.isPending ? "Replaying 90 days" : "Show the effect"}
        </Button>
        <Button
          disabled={!changed || looked !== text || update.isPending}
          onClick={() => update.mutate({ ...draft, version })}
        >
          {update.isPending ? "Saving" : "Save the rules"}
        </Button>
        {changed ? (
          <Button
            variant="ghost"
            onClick={() => {
              setDraft(saved);
              preview.reset();
              update.reset();
            }}
          >
            Discard changes
          </Button>
        ) : null}
        <p className="text-sm text-muted-foreground" aria-live="polite">
          {hintOf({ changed, looked: looked === text })}
        </p>
      </div>
    </form>
  );
}

function hintOf({ changed, looked }: { changed: boolean; looked: boolean }): string {
  if (!changed) {
    return "These rules are in force.";
  }
  return looked ? "" : "Saving opens once you have seen the effect.";
}
