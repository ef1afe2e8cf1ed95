import { mentionPattern } from "@neothink/api/community/mentions.schema";

/** Names as they are typed, with whom each stands for. */
export type People = ReadonlyMap<string, string>;

/** The name under which somebody is typed; a second member of the same name gets a number. */
export function typedName(name: string, id: string, people: People): string {
  const plain = name.replace(/[[\]\n]/g, "").trim() || "member";
  let typed = plain;
  for (let turn = 2; people.has(typed) && people.get(typed) !== id; turn += 1) {
    typed = `${plain} (${turn})`;
  }
  return typed;
}

/** A stored text as its writer types it: `@Ada` instead of a link, and whom the names stand for. */
export function toTyped(stored: string): { readonly text: string; readonly people: People } {
  const people = new Map<string, string>();
  const text = stored.replace(mentionPattern, (_, name: string, id: string) => {
    const typed = typedName(name, id, people);
    people.set(typed, id);
    return `@${typed}`;
  });
  return { text, people };
}

/** A typed text as it is stored: each known name becomes a link to its member. */
export function toStored(text: string, people: People): string {
  const names = [...people.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (names.length === 0) {
    return text;
  }
  const pattern = new RegExp(`@(${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return text.replace(pattern, (all, name: string) => {
    const id = people.get(name);
    return id === undefined ? all : `[@${name}](member:${id})`;
  });
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The beginning of a name that stands before the caret, after an at sign; null without one. */
export function nameBefore(text: string, caret: number): string | null {
  const [, name] =
    /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]+){0,2})$/u.exec(
      text.slice(Math.max(0, caret - 60), caret),
    ) ?? [];
  return name ?? null;
}
