"use client";

import { digests } from "@neothink/api/messaging/notifications.schema";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Switch } from "@neothink/ui/switch";
import Link from "next/link";
import { type ReactElement, useId, useState } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import type { Preferences, SavePreferences } from "./notification-settings.tsx";

const digestLabels: Record<(typeof digests)[number], string> = {
  none: "Never",
  daily: "Each day",
  weekly: "Each week",
};

/** Mail on or off, the summary, and the hours without mail. */
export function DigestSettings({
  preferences,
  onSave,
}: {
  preferences: Preferences;
  onSave: SavePreferences;
}): ReactElement {
  const mailId = useId();
  return (
    <div className="grid gap-7">
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={mailId} className="grid gap-0.5 text-sm">
          <span className="font-medium">Mail about notifications</span>
          <span className="text-muted-foreground">
            Off ends all of it, summaries too. Mails about signing in still reach you.
          </span>
        </label>
        <Switch
          id={mailId}
          checked={preferences.email}
          onCheckedChange={(on) => onSave({ email: on })}
        />
      </div>
      <Field
        label="Summary of what you have not seen"
        hint="Sent at eight in the morning where you are, and only when there is something."
      >
        <NativeSelect
          className="max-w-xs"
          value={preferences.digest}
          disabled={!preferences.email}
          onChange={(event) => {
            const digest = digests.find((name) => name === event.target.value);
            if (digest) {
              onSave({ digest });
            }
          }}
        >
          {digests.map((digest) => (
            <option key={digest} value={digest}>
              {digestLabels[digest]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <QuietHours
        // A change from elsewhere begins the fields anew.
        key={`${preferences.quietFrom} ${preferences.quietUntil}`}
        preferences={preferences}
        onSave={onSave}
      />
    </div>
  );
}

function QuietHours({
  preferences,
  onSave,
}: {
  preferences: Preferences;
  onSave: SavePreferences;
}): ReactElement {
  const { quietFrom, quietUntil, timezone } = preferences;
  const [from, setFrom] = useState(quietFrom ?? "22:00");
  const [until, setUntil] = useState(quietUntil ?? "07:00");
  const isSet = quietFrom !== null;
  const changed = !isSet || from !== quietFrom || until !== quietUntil;
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">Quiet hours</legend>
      <p className="text-sm text-muted-foreground">
        No mail between these times, in your time zone ({timezone.replaceAll("_", " ")}). What comes
        up is sent when they end. Change the zone in{" "}
        <Link href="/settings" className="underline underline-offset-4">
          your profile
        </Link>
        .
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="From" className="w-32">
          <Input type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label="Until" className="w-32">
          <Input type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
        {changed ? (
          <Button
            variant="outline"
            disabled={from === "" || until === "" || from === until}
            onClick={() => onSave({ quiet: { from, until } })}
          >
            {isSet ? "Change quiet hours" : "Set quiet hours"}
          </Button>
        ) : null}
        {isSet ? (
          <Button variant="ghost" onClick={() => onSave({ quiet: null })}>
            End quiet hours
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
