"use client";

import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import type { Post } from "./feed-query.ts";

async function copyLink(postId: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${location.origin}/community/${postId}`);
    toastSuccess("Link copied");
  } catch {
    toastError("The link was not copied", { detail: "Your browser did not allow it." });
  }
}

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
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label="More about this post">
          <Ellipsis aria-hidden="true" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => void copyLink(post.id)}>
          <Link2 aria-hidden="true" />
          Copy link
        </DropdownMenuItem>
        {post.own ? (
          <DropdownMenuItem onSelect={onEdit}>
            <Pencil aria-hidden="true" />
            Edit
          </DropdownMenuItem>
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
  );
}
