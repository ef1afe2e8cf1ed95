"use client";

import type { CommentView } from "@neothink/api/community/comments.schema";
import type { Visibility } from "@neothink/api/community/posts.schema";
import type { ReactElement } from "react";
import { CommentForm } from "./comment-form.tsx";
import { CommentList } from "./comment-list.tsx";
import { CommentViewSwitch } from "./comment-view-switch.tsx";

/** The comments on a post and the form for another. */
export function Comments({
  postId,
  audience,
  view,
  moderator,
}: {
  postId: string;
  audience: Visibility;
  view: CommentView;
  moderator: boolean;
}): ReactElement {
  return (
    <section
      id="comments"
      aria-labelledby="comments-title"
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="comments-title" className="text-base font-semibold tracking-tight">
          Comments
        </h2>
        <CommentViewSwitch view={view} />
      </div>
      <CommentList
        key={view}
        postId={postId}
        audience={audience}
        view={view}
        moderator={moderator}
      />
      <CommentForm postId={postId} audience={audience} />
    </section>
  );
}
