import { Button } from "@neothink/ui/button";
import Link from "next/link";
import type { ReactElement } from "react";

const places = [
  { href: "/wallet/spend", label: "Spend" },
  { href: "/leaderboard", label: "Leaderboard" },
  { href: "/achievements", label: "Achievements" },
  { href: "/challenges", label: "Challenges" },
  { href: "/invite", label: "Invite" },
] as const;

/** The ways from the wallet to what else tokens are about. */
export function WalletLinks(): ReactElement {
  return (
    <>
      {places.map(({ href, label }) => (
        <Button key={href} asChild variant="outline" size="sm">
          <Link href={href}>{label}</Link>
        </Button>
      ))}
    </>
  );
}
