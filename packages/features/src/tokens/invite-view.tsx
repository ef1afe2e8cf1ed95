"use client";

import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { Input } from "@neothink/ui/input";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, UserPlus } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { QueryFace } from "./query-face.tsx";

const statusNames: Readonly<Record<string, string>> = {
  joined: "Joined, not active yet",
  qualified: "Active",
  refused: "Does not count",
};

/** Link, code, rule and the people of the member's invitations. */
export function InviteView({ origin }: { origin: string }): ReactElement {
  const query = useQuery(useTRPC().tokens.referral.list.queryOptions());
  return (
    <QueryFace query={query} what="invitations">
      {({ memberId, code, referrals, rule }) => (
        <div className="grid gap-8">
          <Card className="grid gap-5 p-5">
            <CopyField label="Your link" value={`${origin}/sign-up?ref=${memberId}`} />
            {code ? (
              <CopyField
                label={`Your code, used ${code.uses} of ${code.maxUses} times`}
                value={code.code}
              />
            ) : (
              <CodeButton />
            )}
            <p className="text-sm leading-6 text-muted-foreground">
              You receive {formatAmount(rule.bonus)} {rule.token} when the invited member has
              finished the onboarding and was rewarded {rule.actions} times on {rule.days} different
              days. You both see here how it stands.
            </p>
          </Card>
          {referrals.length === 0 ? (
            <EmptyState icon={<UserPlus />} title="Nobody has come by you yet">
              Send your link to somebody. When they sign up by it, they stand here.
            </EmptyState>
          ) : (
            <ul className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs">
              {referrals.map((each) => (
                <li
                  key={each.id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3.5 sm:px-5"
                >
                  <div className="min-w-0 flex-1">
                    <p className="text-sm leading-6 font-medium">
                      {each.invited
                        ? (each.name ?? "A member")
                        : `You came by ${each.name ?? "a member"}`}
                    </p>
                    <p className="text-[0.8125rem] leading-5 text-muted-foreground">
                      <Time value={each.createdAt} />
                    </p>
                  </div>
                  <Badge>{statusNames[each.status] ?? each.status}</Badge>
                  {each.bonus ? (
                    <span className="figures text-sm font-semibold">
                      {each.entryId ? (
                        <Link
                          href={`/wallet/${each.entryId}`}
                          className="text-success underline-offset-4 hover:underline"
                        >
                          +{formatAmount(each.bonus)} {each.tokenType}
                        </Link>
                      ) : (
                        `${formatAmount(each.bonus)} paid`
                      )}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </QueryFace>
  );
}

function CopyField({ label, value }: { label: string; value: string }): ReactElement {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      toastSuccess("Copied.");
    } catch {
      toastError("Your browser did not let us copy it. Select it and copy it yourself.");
    }
  }
  return (
    <div className="flex items-end gap-3">
      <Field label={label} className="min-w-0 flex-1">
        <Input readOnly value={value} onFocus={(event) => event.target.select()} />
      </Field>
      <Button variant="outline" aria-label={`Copy: ${label}`} onClick={() => void copy()}>
        <Copy aria-hidden="true" />
        Copy
      </Button>
    </div>
  );
}

function CodeButton(): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const create = useMutation(
    api.tokens.referral.create.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.tokens.referral.pathKey() }),
      onError: (error) => toastError(apiFailure(error).message),
    }),
  );
  return (
    <Button
      variant="outline"
      className="justify-self-start"
      disabled={create.isPending}
      onClick={() => create.mutate()}
    >
      Get a code to tell by word of mouth
    </Button>
  );
}
