import type { ReactElement } from "react";

import { cn } from "./cn.ts";

/** The four token names, as they are shown. */
export type TokenName = "LUCK" | "LIVE" | "LOVE" | "LIFE";

const shapes: Record<TokenName, ReactElement> = {
  LUCK: <path d="M6 .5C6 3.5 8.5 6 11.5 6 8.5 6 6 8.5 6 11.5 6 8.5 3.5 6 .5 6 3.5 6 6 3.5 6 .5Z" />,
  LIVE: <path d="M6 1 11 10.5 6 8 1 10.5Z" />,
  LOVE: (
    <path
      fillRule="evenodd"
      d="M.4 6a3.7 3.7 0 1 1 7.4 0A3.7 3.7 0 1 1 .4 6ZM4.2 6a3.7 3.7 0 1 1 7.4 0 3.7 3.7 0 1 1-7.4 0Z"
    />
  ),
  LIFE: <path d="M7.2.5 1.8 7H5.4L4.6 11.5 10.2 4.9H6.5Z" />,
};

/** The small sign of a token: spark, peak, pair, bolt. Told apart by shape, not by colour alone. */
export function TokenGlyph({
  token,
  className,
}: {
  token: TokenName;
  className?: string;
}): ReactElement {
  return (
    <svg
      viewBox="0 0 12 12"
      fill="currentColor"
      aria-hidden="true"
      className={cn("size-3", className)}
    >
      {shapes[token]}
    </svg>
  );
}
