import { Avatar } from "@neothink/ui/avatar";
import type { LucideIcon } from "lucide-react";
import {
  Award,
  Bell,
  CircleCheck,
  Clock,
  Coins,
  Flag,
  Flame,
  Megaphone,
  MessageCircle,
  ShieldCheck,
  Target,
} from "lucide-react";
import type { ReactElement } from "react";
import type { Notice } from "./notification-query.ts";

const icons: Readonly<Record<string, LucideIcon>> = {
  achievement: Award,
  community: MessageCircle,
  mention: MessageCircle,
  new_message: MessageCircle,
  content: Flag,
  goal: Target,
  reminder: Clock,
  reward: Coins,
  security: ShieldCheck,
  streak: Flame,
  success: CircleCheck,
  update: Megaphone,
};

/** What stands in front of a line: the face of who acted, else a sign for the kind. */
export function NoticeIcon({ notice }: { notice: Notice }): ReactElement {
  if (notice.actorName !== null) {
    return (
      <span aria-hidden="true" className="shrink-0">
        <Avatar
          name={notice.actorName}
          src={notice.actorAvatarUrl ?? undefined}
          className="size-10"
        />
      </span>
    );
  }
  const Icon = icons[notice.type] ?? Bell;
  return (
    <span
      aria-hidden="true"
      className="grid size-10 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-text"
    >
      <Icon className="size-4.5" strokeWidth={1.75} />
    </span>
  );
}
