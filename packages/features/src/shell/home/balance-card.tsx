import { brand } from "@neothink/brand/current";
import { tokens } from "@neothink/brand/tokens";
import { Card } from "@neothink/ui/card";
import { formatAmount } from "@neothink/ui/format-number";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";

/** The balance of this platform's token; `amount` is a decimal string. */
export function BalanceCard({ amount }: { amount: string }): ReactElement {
  const token = tokens[brand.token];
  return (
    <Card className="group relative grid gap-5 p-5 transition-shadow duration-300 hover:shadow-md sm:p-6">
      <h2 className="flex items-center gap-2 text-sm font-semibold tracking-tight">
        <TokenGlyph token={token.type} className="size-3.5 text-brand-text" />
        Your {token.name}
      </h2>
      <p className="display figures text-[3.25rem] leading-none">{formatAmount(amount)}</p>
      <p className="text-sm leading-relaxed text-muted-foreground">{token.meaning}</p>
      <Link
        href="/wallet"
        className="inline-flex items-center gap-1.5 text-sm font-medium text-brand-text after:absolute after:inset-0"
      >
        Open the wallet
        <ArrowRight
          aria-hidden="true"
          className="size-4 transition-transform duration-300 group-hover:translate-x-0.5"
        />
      </Link>
    </Card>
  );
}
