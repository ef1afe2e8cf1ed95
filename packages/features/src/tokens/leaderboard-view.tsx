"use client";

import { categories, periods } from "@neothink/api/tokens/leaderboard.schema";
import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { Avatar } from "@neothink/ui/avatar";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { Field } from "@neothink/ui/field";
import { formatAmount, formatCount } from "@neothink/ui/format-number";
import { Switch } from "@neothink/ui/switch";
import { toastError } from "@neothink/ui/toast";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trophy } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type LeaderboardChoice, leaderboardHref } from "./leaderboard-filter.ts";
import { QueryFace } from "./query-face.tsx";

const refreshEvery = 20_000;
const periodNames = { day: "Today", week: "This week", month: "This month", all: "All time" };
const categoryNames = {
  community: "Community",
  learning: "Learning",
  events: "Events",
  membership: "Membership",
  other: "Other",
};

/** The places of a period, with what can be chosen; read again every twenty seconds while it is open. */
export function LeaderboardView({ choice }: { choice: LeaderboardChoice }): ReactElement {
  const query = useQuery({
    ...useTRPC().tokens.leaderboard.list.queryOptions(choice),
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
  });
  return (
    <div className="grid gap-6">
      <nav aria-label="Period" className="-mx-1 flex gap-1 overflow-x-auto p-1">
        {periods.map((period) => (
          <Link
            key={period}
            href={leaderboardHref({ ...choice, period })}
            scroll={false}
            aria-current={choice.period === period ? "true" : undefined}
            className={cn(
              "inline-flex h-8 items-center rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
              "aria-[current=true]:border-brand-border aria-[current=true]:bg-brand-soft aria-[current=true]:text-brand-text",
            )}
          >
            {periodNames[period]}
          </Link>
        ))}
      </nav>
      <Choices choice={choice} />
      <QueryFace query={query} what="places">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={<Trophy />} title="Nobody has earned here yet">
              The first action that is rewarded takes the first place.
            </EmptyState>
          ) : (
            <div className="grid gap-3">
              <ol className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs">
                {rows.map((row) => (
                  <li
                    key={row.userId}
                    className={cn(
                      "flex items-center gap-4 px-4 py-3 sm:px-5",
                      row.own && "bg-brand-soft",
                    )}
                  >
                    <span className="figures w-9 shrink-0 text-right text-sm font-semibold text-muted-foreground">
                      {row.place}
                    </span>
                    <Avatar name={row.name ?? "A member"} src={row.avatarUrl} size="sm" />
                    <span className="min-w-0 flex-1 truncate text-sm font-medium">
                      {row.name ?? "A member"}
                      {row.own ? <span className="text-muted-foreground"> (you)</span> : null}
                    </span>
                    <span className="figures shrink-0 text-sm font-semibold">
                      {formatAmount(row.amount)}{" "}
                      <span className="font-medium text-muted-foreground">{choice.token}</span>
                    </span>
                  </li>
                ))}
              </ol>
              <p className="text-[0.8125rem] leading-5 text-muted-foreground">
                {formatCount(rows[0]?.people ?? 0)} members have a place. Days are those of UTC.
              </p>
            </div>
          )
        }
      </QueryFace>
      <ShownSwitch />
    </div>
  );
}

function Choices({ choice }: { choice: LeaderboardChoice }): ReactElement {
  const router = useRouter();
  const own = useQuery(useTRPC().tokens.leaderboard.get.queryOptions());
  const go = (change: Partial<LeaderboardChoice>) =>
    router.replace(leaderboardHref({ ...choice, ...change }), { scroll: false });
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <Field label="Token">
        <NativeSelect
          value={choice.token}
          onChange={(event) =>
            go({ token: tokenTypes.find((type) => type === event.target.value) ?? choice.token })
          }
        >
          {tokenTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Platform">
        <NativeSelect
          value={choice.site ?? ""}
          onChange={(event) =>
            go({ site: platformSlugs.find((slug) => slug === event.target.value) ?? null })
          }
        >
          <option value="">All</option>
          {platformSlugs.map((slug) => (
            <option key={slug} value={slug}>
              {platforms[slug].name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Field">
        <NativeSelect
          value={choice.category ?? ""}
          onChange={(event) =>
            go({ category: categories.find((each) => each === event.target.value) ?? null })
          }
        >
          <option value="">All</option>
          {categories.map((each) => (
            <option key={each} value={each}>
              {categoryNames[each]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Team">
        <NativeSelect
          value={choice.teamId ?? ""}
          onChange={(event) => go({ teamId: event.target.value || null })}
        >
          <option value="">Everybody</option>
          {own.data?.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}

function ShownSwitch(): ReactElement | null {
  const api = useTRPC();
  const client = useQueryClient();
  const own = useQuery(api.tokens.leaderboard.get.queryOptions());
  const update = useMutation(
    api.tokens.leaderboard.update.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.tokens.leaderboard.pathKey() }),
      onError: (error) => toastError(apiFailure(error).message),
    }),
  );
  if (!own.data) {
    return null;
  }
  const shown = update.isPending ? update.variables.shown : own.data.shown;
  return (
    <div className="flex items-center justify-between gap-4 rounded-xl border bg-card p-4 sm:px-5">
      <label htmlFor="shown" className="text-sm leading-6">
        Show me to others
        <span className="block text-muted-foreground">
          Off takes you from leaderboards and hides your activity. You still see your own place.
        </span>
      </label>
      <Switch
        id="shown"
        checked={shown}
        onCheckedChange={(checked) => update.mutate({ shown: checked })}
      />
    </div>
  );
}
