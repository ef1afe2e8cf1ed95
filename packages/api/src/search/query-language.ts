import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import type { HitKind } from "./search.schema.ts";

/** A search, taken apart. */
export interface ParsedQuery {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** Names of writers, or "me". */
  readonly from: readonly string[];
  /** Labels, in lower case and without #. */
  readonly tags: readonly string[];
  readonly platforms: readonly PlatformSlug[];
  readonly sections: readonly string[];
  readonly kinds: readonly HitKind[];
  /** First moment that counts, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly since: string | null;
  /** First moment that counts no more. */
  readonly before: string | null;
  /** Operators whose value fits not, such as `before:soon`; they count for nothing. */
  readonly misread: readonly string[];
  /** The last word may still be growing. */
  readonly typing: boolean;
}

const most = 12;
const operators = ["from", "tag", "in", "before", "after"] as const;
type Operator = (typeof operators)[number];

const kindNames: Readonly<Record<string, HitKind>> = {
  post: "post",
  posts: "post",
  topic: "topic",
  topics: "topic",
  discussions: "topic",
  member: "member",
  members: "member",
  people: "member",
};
const kindLabels: Readonly<Record<HitKind, string>> = {
  post: "posts",
  topic: "topics",
  member: "members",
};

const section = /^[a-z][a-z0-9-]{0,59}$/;
const hashtag = /^#[\p{L}\p{N}_-]{1,40}$/u;
const dateText = /^\d{4}(-\d{2}(-\d{2})?)?$/;
// Control characters would be refused by the database; U+E000 and U+E001 mark matches in answers.
const unfit = /[\p{Cc}\p{Cs}\uE000\uE001]+/gu;
const part = /(-+)?(?:(from|tag|in|before|after):)?(?:"([^"]*)"?|([^\s"]+))/giu;

/** First moment of a day, month or year in UTC; null when there is no such date. */
export function momentOf(text: string): Date | null {
  if (!dateText.test(text)) {
    return null;
  }
  const [year = "", month = "01", day = "01"] = text.split("-");
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real =
    !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`);
  return real && Number(year) >= 1970 ? moment : null;
}

/**
 * Reads what somebody typed: words, "exact phrases", -excluded ones, #tags, and the operators
 * from: tag: in: before: after:. Never fails.
 */
export function parseQuery(text: string): ParsedQuery {
  const found = {
    words: [] as string[],
    phrases: [] as string[],
    without: [] as string[],
    from: [] as string[],
    tags: [] as string[],
    platforms: [] as PlatformSlug[],
    sections: [] as string[],
    kinds: [] as HitKind[],
    since: null as string | null,
    before: null as string | null,
    misread: [] as string[],
  };
  const clean = text.normalize("NFC").replace(unfit, " ");
  let typing = false;

  for (const match of clean.matchAll(part)) {
    const [whole, minus, operator, quoted, bare] = match;
    const value = (quoted ?? bare ?? "").trim();
    typing = false;
    if (minus) {
      const excluded = operator ? `${operator.toLowerCase()}:${value}` : value;
      add(found.without, excluded.replace(/^[-\s]+/, "").replaceAll(/\s+/g, " "));
      continue;
    }
    const known = operators.find((name) => name === operator?.toLowerCase());
    if (known && value !== "") {
      const single = value.replaceAll(/\s+/g, " ");
      if (!addOperator(found, known, single)) {
        add(found.misread, `${known}:${single}`);
      }
      continue;
    }
    if (quoted !== undefined) {
      add(found.phrases, value.replaceAll(/\s+/g, " "));
      continue;
    }
    // An operator that still waits for its value asks for nothing yet.
    const word = known || operators.some((name) => `${name}:` === value.toLowerCase()) ? "" : value;
    if (hashtag.test(word)) {
      add(found.tags, word.slice(1).toLowerCase());
      continue;
    }
    add(found.words, word);
    typing = !/^-*$/.test(word) && match.index + whole.length === clean.length;
  }
  return { ...found, typing };
}

function add<Value extends string>(list: Value[], value: Value): void {
  // A dash that stands alone excludes nothing yet, and means nothing elsewhere.
  if (!/^-*$/.test(value) && list.length < most && !list.includes(value)) {
    list.push(value);
  }
}

interface Found {
  from: string[];
  tags: string[];
  platforms: PlatformSlug[];
  sections: string[];
  kinds: HitKind[];
  since: string | null;
  before: string | null;
}

/** False when the value fits the operator not. */
function addOperator(found: Found, operator: Operator, value: string): boolean {
  const lower = value.toLowerCase();
  switch (operator) {
    case "from":
      add(found.from, value);
      return true;
    case "tag":
      add(found.tags, lower.replace(/^#+/, ""));
      return true;
    case "before":
    case "after":
      if (!momentOf(value)) {
        return false;
      }
      found[operator === "before" ? "before" : "since"] = value;
      return true;
    case "in": {
      const kind = Object.hasOwn(kindNames, lower) ? kindNames[lower] : undefined;
      if (isPlatformSlug(lower)) {
        add(found.platforms, lower);
      } else if (kind) {
        add(found.kinds, kind);
      } else if (section.test(lower)) {
        add(found.sections, lower);
      } else {
        return false;
      }
      return true;
    }
  }
}

/** The search as text again: operators first, then phrases, exclusions and words. */
export function formatQuery(query: ParsedQuery): string {
  const quote = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
  const parts = [
    ...query.from.map((name) => `from:${quote(name)}`),
    ...query.tags.map((tag) => `tag:${quote(tag)}`),
    ...query.platforms.map((slug) => `in:${slug}`),
    ...query.sections.map((name) => `in:${name}`),
    ...query.kinds.map((kind) => `in:${kindLabels[kind]}`),
    ...(query.since === null ? [] : [`after:${query.since}`]),
    ...(query.before === null ? [] : [`before:${query.before}`]),
    ...query.misread.map((text) => text.replace(/^(\w+:)(.*\s.*)$/, '$1"$2"')),
    ...query.phrases.map((phrase) => `"${phrase}"`),
    ...query.without.map((value) => `-${quote(value)}`),
    ...query.words,
  ];
  return parts.join(" ") + (query.words.length > 0 && !query.typing ? " " : "");
}

/** Whether anything is asked for at all. */
export function asksNothing(query: ParsedQuery): boolean {
  const { words, phrases, without, from, tags, platforms, sections, kinds, since, before } = query;
  const lists = [words, phrases, without, from, tags, platforms, sections, kinds];
  return lists.every((list) => list.length === 0) && since === null && before === null;
}
