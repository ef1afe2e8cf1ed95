"use client";

import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Clock, Search, TrendingUp, X } from "lucide-react";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Before the first letter: own searches, which can be cleared, and what others ask often. */
export function SearchStart({ onPick }: { onPick: (q: string) => void }): ReactElement {
  const api = useTRPC();
  const cache = useQueryClient();
  const recent = useQuery(api.search.recent.list.queryOptions());
  const offered = useQuery(api.search.suggest.queryOptions({ q: "" }));
  const clear = useMutation(
    api.search.recent.clear.mutationOptions({
      onMutate: ({ q }) =>
        cache.setQueryData(api.search.recent.list.queryKey(), (before) =>
          q ? before?.filter((one) => one !== q) : [],
        ),
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries(api.search.recent.list.queryFilter()),
          cache.invalidateQueries(api.search.suggest.queryFilter()),
        ]),
    }),
  );
  const popular = (offered.data ?? []).filter(({ source }) => source !== "recent");
  const own = recent.data ?? [];

  if (own.length === 0 && popular.length === 0) {
    return (
      <EmptyState icon={<Search />} title="Find what was said, and who said it">
        Type a word, the beginning of one, or a name. Slips are forgiven.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-8">
      {own.length > 0 ? (
        <section aria-labelledby="recent-searches" className="grid gap-2">
          <div className="flex items-center justify-between gap-4">
            <h2 id="recent-searches" className="text-sm font-semibold">
              Your last searches
            </h2>
            <Button
              variant="ghost"
              size="sm"
              className="text-muted-foreground"
              onClick={() => clear.mutate({})}
            >
              Clear all
            </Button>
          </div>
          <ul>
            {own.map((q) => (
              <li key={q} className="flex items-center gap-1">
                <Pick q={q} icon={<Clock />} onPick={onPick} />
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={`Forget “${q}”`}
                  className="text-muted-foreground"
                  onClick={() => clear.mutate({ q })}
                >
                  <X aria-hidden="true" />
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {popular.length > 0 ? (
        <section aria-labelledby="popular-searches" className="grid gap-2">
          <h2 id="popular-searches" className="text-sm font-semibold">
            Suggested
          </h2>
          <ul>
            {popular.map(({ query }) => (
              <li key={query} className="flex">
                <Pick q={query} icon={<TrendingUp />} onPick={onPick} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Pick({
  q,
  icon,
  onPick,
}: {
  q: string;
  icon: ReactElement;
  onPick: (q: string) => void;
}): ReactElement {
  return (
    <button
      type="button"
      onClick={() => onPick(q)}
      className="flex h-10 min-w-0 flex-1 items-center gap-3 rounded-md px-3 text-left text-sm hover:bg-accent [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
    >
      <span aria-hidden="true">{icon}</span>
      <span className="truncate">{q}</span>
    </button>
  );
}
