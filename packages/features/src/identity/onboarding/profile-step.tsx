"use client";

import { profileLimits } from "@neothink/api/identity/profile.schema";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Textarea } from "@neothink/ui/textarea";
import type { ReactElement } from "react";
import { useState } from "react";
import { NativeSelect } from "../native-select.tsx";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

/** The browser's own zone, for whoever has not chosen one. */
function likelyZone(kept: string, zones: readonly string[]): string {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return kept === "UTC" && zones.includes(here) ? here : kept;
}

/** Name, a few words, topics, time zone. */
export function ProfileStep({
  data,
  onBack,
  onDone,
  zones,
}: StepProps & { zones: readonly string[] }): ReactElement {
  const { fields, problem, pending, touch, save } = useStep();
  const { profile } = data;
  const [fullName, setFullName] = useState(profile.fullName);
  const [bio, setBio] = useState(profile.bio);
  const [topics, setTopics] = useState(profile.interests.join(", "));
  const [timezone, setTimezone] = useState(() => likelyZone(profile.timezone, zones));
  const interests = [
    ...new Set(
      topics
        .split(",")
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ""),
    ),
  ];
  return (
    <StepFrame
      title="Who are you?"
      lead="The others read this when they meet you. You can change it at any time, and add a picture, in the settings."
      problem={Object.keys(fields).length > 0 ? null : problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "profile", fullName, bio, interests, timezone })) {
          onDone();
        }
      }}
    >
      <div className="grid gap-6">
        <Field label="Name" required error={fields.fullName}>
          <Input
            autoComplete="name"
            value={fullName}
            onChange={(event) => {
              touch("fullName");
              setFullName(event.target.value);
            }}
          />
        </Field>
        <Field
          label="About you"
          error={fields.bio}
          hint={`What are you working on, what moves you? ${profileLimits.bio - bio.length} characters left.`}
        >
          <Textarea
            value={bio}
            onChange={(event) => {
              touch("bio");
              setBio(event.target.value);
            }}
          />
        </Field>
        <Field
          label="Topics"
          error={Object.entries(fields).find(([name]) => name.startsWith("interests"))?.[1]}
          hint="With commas between them, such as gardening, statistics, choir."
        >
          <Input
            value={topics}
            onChange={(event) => {
              touch("interests");
              setTopics(event.target.value);
            }}
          />
        </Field>
        <Field
          label="Time zone"
          required
          error={fields.timezone}
          hint="For meetings, and for the midnight of your streaks."
        >
          <NativeSelect value={timezone} onChange={(event) => setTimezone(event.target.value)}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
    </StepFrame>
  );
}
