"use client";

import { type NewPoll, pollChoices } from "@neothink/api/community/posts.schema";
import { Button } from "@neothink/ui/button";
import { Checkbox } from "@neothink/ui/checkbox";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Label } from "@neothink/ui/label";
import { Plus, X } from "lucide-react";
import { type ReactElement, useId } from "react";
import { MomentInput } from "./moment-input.tsx";

/** A poll to begin with. */
export const emptyPoll: NewPoll = {
  question: "",
  choices: ["", ""],
  multiple: false,
  closesAt: null,
};

/** Writes the poll of a post: question, choices, whether several may be picked, when it closes. */
export function PollEditor({
  value,
  onChange,
  error,
}: {
  value: NewPoll;
  onChange: (value: NewPoll | null) => void;
  error: string | undefined;
}): ReactElement {
  const severalId = useId();
  const set = (change: Partial<NewPoll>) => onChange({ ...value, ...change });
  return (
    <fieldset className="grid gap-3 rounded-lg border p-3.5">
      <legend className="sr-only">Poll</legend>
      <div className="flex items-start gap-2">
        <Field label="Question" hideLabel error={error} className="flex-1">
          <Input
            value={value.question}
            maxLength={300}
            placeholder="What do you want to know?"
            onChange={(event) => set({ question: event.target.value })}
          />
        </Field>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Remove the poll"
          onClick={() => onChange(null)}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
      {value.choices.map((choice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
        <div key={index} className="flex items-center gap-2">
          <Field label={`Choice ${index + 1}`} hideLabel className="flex-1">
            <Input
              value={choice}
              maxLength={120}
              placeholder={`Choice ${index + 1}`}
              onChange={(event) => set({ choices: value.choices.with(index, event.target.value) })}
            />
          </Field>
          {value.choices.length > 2 ? (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove choice ${index + 1}`}
              onClick={() => set({ choices: value.choices.toSpliced(index, 1) })}
            >
              <X aria-hidden="true" />
            </Button>
          ) : null}
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {value.choices.length < pollChoices ? (
          <Button
            variant="outline"
            size="sm"
            onClick={() => set({ choices: [...value.choices, ""] })}
          >
            <Plus aria-hidden="true" />
            Add a choice
          </Button>
        ) : null}
        <div className="flex items-center gap-2">
          <Checkbox
            id={severalId}
            checked={value.multiple}
            onCheckedChange={(checked) => set({ multiple: checked === true })}
          />
          <Label htmlFor={severalId}>Several answers</Label>
        </div>
      </div>
      <Field label="Closes (optional)" className="max-w-64">
        <MomentInput value={value.closesAt} onChange={(closesAt) => set({ closesAt })} />
      </Field>
    </fieldset>
  );
}
