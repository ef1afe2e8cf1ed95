"use client";

import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { QueryFace } from "./query-face.tsx";

/** Who holds a badge, with the way to withdraw it. */
export function BadgeHolders({ badgeId }: { badgeId: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const query = useQuery(api.tokens.badge.listHolders.queryOptions({ id: badgeId }));
  const [reason, setReason] = useState("");
  const revoke = useMutation(
    api.tokens.badge.revoke.mutationOptions({
      onSuccess: async () => {
        toastSuccess("Withdrawn, and the member was told why.");
        setReason("");
        await client.invalidateQueries({ queryKey: api.tokens.badge.pathKey() });
      },
      onError: (error) => toastError(apiFailure(error).message),
    }),
  );
  return (
    <QueryFace query={query} what="holders">
      {(holders) =>
        holders.length === 0 ? (
          <p className="text-sm text-muted-foreground">Nobody holds it yet.</p>
        ) : (
          <div className="grid gap-4">
            <Field label="Reason for withdrawing it" hint="The member reads it.">
              <Input
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <ul className="divide-y text-sm">
              {holders.map((holder) => (
                <li key={holder.id} className="flex items-center justify-between gap-4 py-2.5">
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{holder.name ?? "A member"}</span>
                    <span className="text-[0.8125rem] text-muted-foreground">
                      {holder.revokedAt ? (
                        <>
                          Withdrawn <Time value={holder.revokedAt} />: {holder.revokeReason}
                        </>
                      ) : (
                        <Time value={holder.earnedAt} />
                      )}
                    </span>
                  </span>
                  {holder.revokedAt ? null : (
                    <Button
                      variant="destructive"
                      size="sm"
                      aria-label={`Withdraw from ${holder.name ?? "this member"}`}
                      disabled={reason.trim().length < 5 || revoke.isPending}
                      onClick={() => revoke.mutate({ id: holder.id, reason })}
                    >
                      Withdraw
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryFace>
  );
}
