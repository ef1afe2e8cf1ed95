"use client";

import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { Ellipsis, Link2, Megaphone, Pencil, Pin, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { copyLink } from "./copy-link.ts";
import type { Post } from "./feed-query.ts";
import { useReport } from "./use-report.tsx";
import { useStanding } from "./use-standing.ts";

/** What may be done with a post: by everyone, its author, a moderator. */
export function PostMenu({
  post,
  moderator,
  onEdit,
  onRemove,
}: {
  post: Post;
  moderator: boolean;
  onEdit: () => void;
  onRemove: () => void;
}): ReactElement {
  const stand = useStanding(post.id);
  const report = useReport("post", post.id);
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label="More about this post">
            <Ellipsis aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => void copyLink(`/community/${post.id}`)}>
            <Link2 aria-hidden="true" />
            Copy link
          </DropdownMenuItem>
          {post.own ? null : report.item}
          {post.own ? (
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden="true" />
              Edit
            </DropdownMenuItem>
          ) : null}
          {moderator ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem
                onSelect={() => stand({ pinned: !post.pinned, announcement: post.announcement })}
              >
                <Pin aria-hidden="true" />
                {post.pinned ? "Unpin" : "Pin to the top"}
              </DropdownMenuItem>
              <DropdownMenuItem
                onSelect={() => stand({ pinned: post.pinned, announcement: !post.announcement })}
              >
                <Megaphone aria-hidden="true" />
                {post.announcement ? "End the announcement" : "Announce to all members"}
              </DropdownMenuItem>
            </>
          ) : null}
          {post.own || moderator ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem destructive onSelect={onRemove}>
                <Trash2 aria-hidden="true" />
                {post.own ? "Remove" : "Remove as moderator"}
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      {report.dialog}
    </>
  );
}
