import type { HitKind } from "@neothink/api/search/search.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Hit } from "./search-options.ts";

// Long enough that beginnings of words on the way to a search are not taken for searches.
const restingTime = 1500;

/** Notes a search at which the member came to rest; `results` is null while they are on their way. */
export function useSearchLog(q: string, kind: HitKind | null, results: number | null): void {
  const api = useTRPC();
  const cache = useQueryClient();
  const record = useMutation(
    api.search.record.mutationOptions({
      onSuccess: () => cache.invalidateQueries(api.search.recent.list.queryFilter()),
    }),
  );
  const noted = useRef("");
  const { mutate } = record;
  // The outside systems are the clock and the log of searches.
  useEffect(() => {
    const name = `${kind ?? ""} ${q.trim()}`;
    if (results === null || q.trim() === "" || noted.current === name) {
      return;
    }
    const timer = setTimeout(() => {
      noted.current = name;
      mutate({ q: q.trim(), kind, results });
    }, restingTime);
    return () => clearTimeout(timer);
  }, [q, kind, results, mutate]);
}

/** Notes the hit that was opened; a failure is of no concern to the member. */
export function useSelectHit(): (choice: {
  q: string;
  kind: HitKind | null;
  results: number;
  hit: Hit;
  place: number;
}) => void {
  const select = useMutation(useTRPC().search.select.mutationOptions());
  return ({ q, kind, results, hit, place }) => {
    if (q.trim() !== "") {
      select.mutate({ q: q.trim(), kind, results, hit: { kind: hit.kind, id: hit.id, place } });
    }
  };
}
