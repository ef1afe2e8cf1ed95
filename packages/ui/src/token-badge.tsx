import type { ReactElement, ReactNode } from "react";

import { Badge } from "./badge.tsx";
import type { TokenName } from "./token-glyph.tsx";
import { TokenGlyph } from "./token-glyph.tsx";

const variants = { LUCK: "luck", LIVE: "live", LOVE: "love", LIFE: "life" } as const;

/** A token by sign and name; `children` (an amount) go before the name. */
export function TokenBadge({
  token,
  children,
  className,
}: {
  token: TokenName;
  children?: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <Badge variant={variants[token]} className={className}>
      <TokenGlyph token={token} />
      {children === undefined ? null : <span className="figures">{children}</span>}
      {token}
    </Badge>
  );
}
