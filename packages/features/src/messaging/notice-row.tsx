"use client";

import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { Time } from "@neothink/ui/time";
import { VisuallyHidden } from "@neothink/ui/visually-hidden";
import { BellOff, Check, Dot, Ellipsis, Settings } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { NoticeIcon } from "./notice-icon.tsx";
import { noticeTitle } from "./notice-title.ts";
import type { Notice } from "./notification-query.ts";
import type { NoticeActions } from "./use-notices.ts";

/** One line of the notification centre: opens what it is about; what else can be done is in its menu. */
export function NoticeRow({
  notice,
  actions,
  onOpen,
}: {
  notice: Notice;
  actions: NoticeActions;
  /** Called when the line is followed, after it was marked as read. */
  onOpen?: () => void;
}): ReactElement {
  const title = noticeTitle(notice);
  const follow = (): void => {
    if (notice.unread) {
      actions.open(notice.id);
    }
    onOpen?.();
  };
  return (
    <li className="relative flex gap-3.5 px-4 py-3.5 transition-colors hover:bg-accent/60 sm:px-5">
      <NoticeIcon notice={notice} />
      <div className="min-w-0 flex-1">
        <p className={cn("text-sm leading-6 break-words", notice.unread && "font-semibold")}>
          <Link
            href={notice.href ?? "/notifications"}
            onClick={follow}
            className="after:absolute after:inset-0 after:content-['']"
          >
            {notice.unread ? <VisuallyHidden>Unread: </VisuallyHidden> : null}
            {title}
          </Link>
        </p>
        {notice.body === "" ? null : (
          <p className="line-clamp-2 text-sm leading-6 break-words text-muted-foreground">
            {notice.body}
          </p>
        )}
        <p className="pt-0.5 text-[0.8125rem] text-muted-foreground">
          <Time value={notice.createdAt} />
          {notice.from === null ? null : ` · ${notice.from}`}
        </p>
      </div>
      <div className="relative flex shrink-0 items-start gap-1">
        {notice.unread ? (
          <span aria-hidden="true" className="mt-3.5 size-2 rounded-full bg-brand" />
        ) : null}
        <NoticeMenu notice={notice} title={title} actions={actions} />
      </div>
    </li>
  );
}

function NoticeMenu({
  notice,
  title,
  actions,
}: {
  notice: Notice;
  title: string;
  actions: NoticeActions;
}): ReactElement {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" className="size-9">
          <VisuallyHidden>Options for: {title}</VisuallyHidden>
          <Ellipsis aria-hidden="true" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-72">
        <DropdownMenuLabel className="leading-5">
          You get this because {notice.because}.
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        {notice.unread ? (
          <DropdownMenuItem onSelect={() => actions.read(notice.id)}>
            <Check aria-hidden="true" />
            Mark as read
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem onSelect={() => actions.keepUnread(notice.id)}>
            <Dot aria-hidden="true" />
            Mark as unread
          </DropdownMenuItem>
        )}
        {notice.canMute ? (
          <DropdownMenuItem onSelect={() => actions.mute(notice.id)}>
            <BellOff aria-hidden="true" />
            Silence “{notice.kindLabel}”
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuItem asChild>
          <Link href="/settings/notifications">
            <Settings aria-hidden="true" />
            All notification settings
          </Link>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
