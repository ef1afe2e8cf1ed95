import { brand } from "@neothink/brand/current";
import { tokens } from "@neothink/brand/tokens";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { CalendarDays, PenLine } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

function Way({
  icon,
  title,
  children,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
}): ReactElement {
  return (
    <li className="grid content-start gap-3 border-t pt-6">
      <span
        aria-hidden="true"
        className="grid size-10 place-items-center rounded-lg bg-brand-soft text-brand-text [&_svg]:size-[1.125rem]"
      >
        {icon}
      </span>
      <h3 className="mt-2 text-lg font-semibold tracking-tight">{title}</h3>
      <p className="leading-relaxed text-muted-foreground">{children}</p>
    </li>
  );
}

/** The three things that a member does on every platform, in this platform's words. */
export function LandingWays({
  write,
  earn,
  meet,
}: {
  write: ReactNode;
  earn: ReactNode;
  meet: ReactNode;
}): ReactElement {
  return (
    <ul className="grid gap-x-8 gap-y-10 md:grid-cols-3">
      <Way icon={<PenLine />} title="Write and answer">
        {write}
      </Way>
      <Way icon={<TokenGlyph token={brand.token} />} title={`Earn ${tokens[brand.token].name}`}>
        {earn}
      </Way>
      <Way icon={<CalendarDays />} title={`Meet every ${brand.meetingDay}`}>
        {meet}
      </Way>
    </ul>
  );
}
