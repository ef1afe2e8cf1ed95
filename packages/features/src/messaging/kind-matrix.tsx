"use client";

import { Switch } from "@neothink/ui/switch";
import type { ReactElement } from "react";
import type { Preferences, SavePreferences } from "./notification-settings.tsx";

/** The table of kinds and channels, one part for each heading. */
export function KindMatrix({
  preferences,
  onSave,
}: {
  preferences: Preferences;
  onSave: SavePreferences;
}): ReactElement {
  return (
    <div className="grid gap-8">
      {preferences.groups.map((group) => (
        <table key={group.name} className="w-full text-sm">
          <caption className="pb-1 text-left text-base font-semibold tracking-tight">
            {group.name}
          </caption>
          <thead>
            <tr className="border-b text-[0.8125rem] text-muted-foreground">
              <th scope="col" className="py-2 text-left font-medium">
                What happened
              </th>
              <th scope="col" className="w-18 py-2 text-center font-medium sm:w-24">
                In app
              </th>
              <th scope="col" className="w-18 py-2 text-center font-medium sm:w-24">
                Mail
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {group.kinds.map(({ kind, label, inApp, email, required }) => (
              <tr key={kind}>
                <th scope="row" className="py-3 pr-3 text-left leading-6 font-normal">
                  {label}
                  {required ? (
                    <span className="block text-[0.8125rem] text-muted-foreground">
                      Always shown: it concerns your rights or your safety.
                    </span>
                  ) : null}
                </th>
                <td className="text-center">
                  <Switch
                    aria-label={`In app: ${label}`}
                    checked={inApp}
                    disabled={required}
                    onCheckedChange={(on) => onSave({ kinds: { [kind]: { in_app: on } } })}
                  />
                </td>
                <td className="text-center">
                  <Switch
                    aria-label={`Mail: ${label}`}
                    checked={email && preferences.email}
                    disabled={!preferences.email}
                    onCheckedChange={(on) => onSave({ kinds: { [kind]: { email: on } } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
