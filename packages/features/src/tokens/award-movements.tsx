import { cn } from "@neothink/ui/cn";
import { formatSignedAmount } from "@neothink/ui/format-number";
import { Time } from "@neothink/ui/time";
import Link from "next/link";
import type { ReactElement } from "react";
import type { WalletAward } from "./wallet-query.ts";

/** The ledger entries of one award: what was paid, taken back and given back. */
export function AwardMovements({
  movements,
  token,
  currentId,
}: {
  movements: WalletAward["movements"];
  token: string;
  currentId: string;
}): ReactElement {
  return (
    <ul className="divide-y">
      {movements.map((movement) => (
        <li key={movement.id} className="flex items-center gap-4 px-4 py-3 sm:px-6">
          <div className="min-w-0 flex-1">
            <Link
              href={`/wallet/${movement.id}`}
              aria-current={movement.id === currentId ? "page" : undefined}
              className="text-sm leading-6 font-medium underline-offset-4 hover:underline aria-[current=page]:text-brand-text"
            >
              {movement.title}
            </Link>
            <p className="text-[0.8125rem] leading-5 text-muted-foreground">
              Entry {movement.id} · <Time value={movement.createdAt} />
            </p>
          </div>
          <p
            className={cn(
              "figures text-sm font-semibold",
              movement.change.startsWith("-") ? "text-foreground" : "text-success",
            )}
          >
            {formatSignedAmount(movement.change)}{" "}
            <span className="font-medium text-muted-foreground">{token}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
