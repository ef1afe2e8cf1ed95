"use client";

import { mostConcepts } from "@neothink/api/community/topics.schema";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Chooses concepts that a question touches, found by their titles. */
export function TopicConcepts({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (titles: string[]) => void;
}): ReactElement {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery(
    useTRPC().community.topics.concepts.queryOptions(asked ? { words: asked } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const offered = asked ? (found.data ?? []).filter((title) => !value.includes(title)) : [];
  return (
    <div className="grid gap-2">
      <Field label="Related concepts" hint="Optional. Type a few letters of a concept.">
        <Input
          value={words}
          disabled={value.length >= mostConcepts}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {value.length > 0 ? (
        <ul className="flex flex-wrap gap-2" aria-label="Chosen concepts">
          {value.map((title) => (
            <li key={title}>
              <Button
                variant="secondary"
                size="sm"
                aria-label={`Take ${title} out`}
                onClick={() => onChange(value.filter((one) => one !== title))}
              >
                {title}
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div aria-live="polite" className="flex flex-wrap gap-2">
        {offered.map((title) => (
          <Button
            key={title}
            variant="outline"
            size="sm"
            onClick={() => {
              onChange([...value, title]);
              setWords("");
            }}
          >
            <Plus aria-hidden="true" />
            {title}
          </Button>
        ))}
        {asked && found.isSuccess && offered.length === 0 ? (
          <p className="text-sm text-muted-foreground">No concept is called that.</p>
        ) : null}
      </div>
    </div>
  );
}
