"use client";

import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { Popover, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { Skeleton } from "@neothink/ui/skeleton";
import { VisuallyHidden } from "@neothink/ui/visually-hidden";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, Settings } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import { NoticeRow } from "./notice-row.tsx";
import { latestOptions } from "./notification-query.ts";
import { useNotices } from "./use-notices.ts";

/** The bell in the head of every page: how much is unread, live, and the newest on a press. */
export function NotificationBell({ viewerId }: { viewerId: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data: unread = 0 } = useQuery(api.messaging.notifications.unread.queryOptions());

  useLive([`member:${viewerId}`], ({ type }) => {
    if (type === "notification" || type === "notifications_read") {
      void client.invalidateQueries({ queryKey: api.messaging.notifications.pathKey() });
    }
    // What is told may have moved tokens, too.
    if (type === "notification") {
      void client.invalidateQueries({ queryKey: api.tokens.balance.pathKey() });
    }
  });

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" className="relative rounded-full">
          <VisuallyHidden>Notifications{unread > 0 ? `, ${unread} unread` : ""}</VisuallyHidden>
          <Bell aria-hidden="true" />
          {unread > 0 ? (
            <span
              aria-hidden="true"
              className="figures absolute top-0 right-0 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-primary px-1 text-[0.6875rem] leading-none font-semibold text-primary-foreground ring-2 ring-background"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </Button>
      </PopoverTrigger>
      <VisuallyHidden>
        <span role="status">{unread > 0 ? `${unread} unread notifications` : ""}</span>
      </VisuallyHidden>
      <PopoverContent align="end" aria-label="Notifications" className="w-[26rem] p-0">
        <Panel unread={unread} onClose={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

function Panel({ unread, onClose }: { unread: number; onClose: () => void }): ReactElement {
  const actions = useNotices();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <div className="flex items-center justify-between gap-2 border-b py-2 pr-2 pl-5">
        <h2 className="text-sm font-semibold">Notifications</h2>
        <div className="flex items-center gap-1">
          {unread > 0 ? (
            <Button variant="ghost" size="sm" onClick={actions.readAll}>
              Mark all as read
            </Button>
          ) : null}
          <Button variant="ghost" size="icon" asChild className="size-9">
            <Link href="/settings/notifications" onClick={onClose}>
              <VisuallyHidden>Notification settings</VisuallyHidden>
              <Settings aria-hidden="true" />
            </Link>
          </Button>
        </div>
      </div>
      <Latest onClose={onClose} />
      <div className="border-t p-2">
        <Button variant="ghost" asChild className="w-full">
          <Link href="/notifications" onClick={onClose}>
            See all notifications
          </Link>
        </Button>
      </div>
    </div>
  );
}

function Latest({ onClose }: { onClose: () => void }): ReactElement {
  const query = useQuery(latestOptions(useTRPC()));
  const actions = useNotices();
  if (query.isPending) {
    return (
      <div className="grid gap-4 p-5">
        <Skeleton className="h-12 rounded-lg" />
        <Skeleton className="h-12 rounded-lg" />
        <Skeleton className="h-12 rounded-lg" />
      </div>
    );
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (query.data.items.length === 0) {
    return (
      <p className="px-5 py-10 text-center text-sm leading-relaxed text-muted-foreground">
        Nothing yet. Answers, mentions and rewards appear here the moment they happen.
      </p>
    );
  }
  return (
    <ul className="max-h-[min(28rem,60dvh)] divide-y overflow-y-auto">
      {query.data.items.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} actions={actions} onOpen={onClose} />
      ))}
    </ul>
  );
}
