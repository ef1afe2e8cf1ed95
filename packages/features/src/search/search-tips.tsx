import type { ReactElement } from "react";

const tips: readonly (readonly [example: string, meaning: string])[] = [
  ['"first offer"', "exactly these words"],
  ["chairs -wood", "without a word"],
  ["from:mara", "what somebody wrote; from:me for your own"],
  ["tag:live or #pricing", "with a token or a label"],
  ["in:hub or in:topics", "one community, section or kind"],
  ["before:2026-11-01", "older; after: for newer"],
];

/** What a search may be made of. */
export function SearchTips(): ReactElement {
  return (
    <details id="search-tips" className="group text-sm text-muted-foreground">
      <summary className="w-fit cursor-pointer rounded-sm py-1 hover:text-foreground">
        Narrow a search down
      </summary>
      <dl className="grid gap-x-6 gap-y-2 pt-3 sm:grid-cols-2">
        {tips.map(([example, meaning]) => (
          <div key={example} className="flex flex-wrap items-baseline gap-x-3">
            <dt>
              <code className="rounded-sm bg-muted px-1.5 py-0.5 text-foreground">{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
