import {
  findPreferences,
  type PreferencesRow,
  upsertPreferences,
} from "@neothink/db/messaging/notification-preferences";
import type { Context, MemberContext } from "../core/context.ts";
import { mailSettings } from "../core/env.ts";
import { Invalid } from "../core/errors.ts";
import {
  isKind,
  type KindGroup,
  type KindName,
  kindGroups,
  kindNames,
  kindOf,
} from "./notification-kinds.ts";
import type { UpdatePreferences } from "./notifications.schema.ts";

/** One row of the matrix of kinds and channels. */
export interface KindPreference {
  readonly kind: KindName;
  readonly label: string;
  readonly inApp: boolean;
  readonly email: boolean;
  /** The notification centre shows it in any case. */
  readonly required: boolean;
}

/** A member's choices on the platform of this app. */
export interface Preferences {
  readonly groups: readonly {
    readonly name: KindGroup;
    readonly kinds: readonly KindPreference[];
  }[];
  readonly email: boolean;
  readonly digest: string;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly timezone: string;
  /** Channels that can deliver here; the others wait for their service. */
  readonly available: { readonly email: boolean; readonly push: boolean };
}

function preference(kind: KindName, row: PreferencesRow): KindPreference {
  const { channels, label, required = false } = kindOf(kind);
  const chosen = row.kinds[kind] ?? {};
  return {
    kind,
    label,
    inApp: required || (chosen.in_app ?? channels.includes("in_app")),
    email: chosen.email ?? channels.includes("email"),
    required,
  };
}

/** What the member chose on the platform of this app, kind by kind. */
export async function readPreferences({ db, brand }: Context): Promise<Preferences> {
  const row = await findPreferences(db, brand.slug);
  return {
    groups: kindGroups.map((name) => ({
      name,
      kinds: kindNames
        .filter((kind) => kindOf(kind).group === name && !kindOf(kind).silent)
        .map((kind) => preference(kind, row)),
    })),
    email: row.email,
    digest: row.digest,
    quietFrom: row.quietFrom,
    quietUntil: row.quietUntil,
    timezone: row.timezone,
    available: { email: mailSettings() !== null, push: false },
  };
}

/** Saves choices of the member on the platform of this app, and gives all of them. */
export async function changePreferences(
  ctx: MemberContext,
  input: UpdatePreferences,
): Promise<Preferences> {
  const { quiet, kinds = {} } = input;
  if (quiet && quiet.from === quiet.until) {
    throw new Invalid("quiet_hours_empty", "Quiet hours begin and end at different times.");
  }
  for (const [kind, choice] of Object.entries(kinds)) {
    if (!isKind(kind)) {
      throw new Invalid("unknown_kind", "There is no such kind of notification.");
    }
    if (choice?.in_app === false && kindOf(kind).required) {
      throw new Invalid(
        "kind_required",
        "Notices about your rights and safety cannot be silenced.",
      );
    }
  }
  const key = { userId: ctx.viewer.id, platform: ctx.brand.slug };
  await upsertPreferences(ctx.db, key, { ...input, kinds: definedOnly(kinds) });
  return readPreferences(ctx);
}

type Choice = { readonly in_app?: boolean | undefined; readonly email?: boolean | undefined };

/** Drops what was left out, so that it stays as it was. */
function definedOnly(
  kinds: Readonly<Record<string, Choice | undefined>>,
): Record<string, Record<string, boolean>> {
  const made: Record<string, Record<string, boolean>> = {};
  for (const [kind, choice] of Object.entries(kinds)) {
    const set: Record<string, boolean> = {};
    for (const [channel, on] of Object.entries(choice ?? {})) {
      if (on !== undefined) {
        set[channel] = on;
      }
    }
    made[kind] = set;
  }
  return made;
}
