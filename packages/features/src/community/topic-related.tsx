"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Topics near this one. */
export function TopicRelated({ topicId }: { topicId: string }): ReactElement | null {
  const related = useQuery(useTRPC().community.topics.related.queryOptions({ id: topicId }));
  if (!related.data || related.data.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="related-title" className="grid gap-3 border-t pt-6">
      <h2 id="related-title" className="text-base font-semibold tracking-tight">
        Related topics
      </h2>
      <ul className="grid gap-2">
        {related.data.map(({ answerCount, id, solved, title }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 text-sm">
            <Link href={`/forum/${id}`} className="min-w-0 wrap-anywhere hover:underline">
              {title}
              {solved ? (
                <Check
                  aria-label="solved"
                  role="img"
                  className="ml-1.5 inline size-3.5 text-success"
                />
              ) : null}
            </Link>
            <span className="figures shrink-0 text-xs text-muted-foreground">
              {answerCount === 1 ? "1 answer" : `${answerCount} answers`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
