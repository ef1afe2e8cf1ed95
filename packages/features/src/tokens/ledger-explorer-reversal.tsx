"use client";

import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Takes an award back: asks for the reason, which the member and the audit trail get. */
export function LedgerExplorerReversal({
  entryId,
  amount,
  token,
}: {
  entryId: string;
  amount: string;
  token: string;
}): ReactElement {
  const api = useTRPC();
  const cache = useQueryClient();
  const [reason, setReason] = useState("");
  const reverse = useMutation(
    api.tokens.ledger.reverse.mutationOptions({
      onSuccess: async ({ total }) => {
        toastSuccess(`${total} ${token} taken back`, { detail: "The member has been told why." });
        await cache.invalidateQueries({ queryKey: api.tokens.ledger.pathKey() });
      },
    }),
  );
  const failure = reverse.error ? apiFailure(reverse.error) : null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Take this award back</CardTitle>
        <CardDescription>
          Counter-entries return up to {amount} {token}. What has been spent stays spent.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            reverse.mutate({ id: entryId, reason });
          }}
        >
          <Field
            label="Reason"
            hint="The member reads it, and it stands in the audit trail."
            error={failure?.fields.reason?.[0] ?? failure?.message}
          >
            <Input
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              maxLength={500}
            />
          </Field>
          <div>
            <Button type="submit" variant="destructive" disabled={reverse.isPending}>
              {reverse.isPending ? "Taking it back" : "Take it back"}
            </Button>
          </div>
        </form>
      </CardContent>
    </Card>
  );
}
