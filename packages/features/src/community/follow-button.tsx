"use client";

import { Button } from "@neothink/ui/button";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useOptimistic, useTransition } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Follows a member, or ends it. */
export function FollowButton({
  id,
  name,
  following,
  size = "md",
}: {
  id: string;
  name: string;
  following: boolean;
  size?: "sm" | "md";
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(following);
  const follow = useMutation(
    api.community.members.follow.mutationOptions({
      onError: (error) => toastError("That was not saved", { detail: apiFailure(error).message }),
      onSettled: () => client.invalidateQueries({ queryKey: api.community.members.pathKey() }),
    }),
  );
  return (
    <Button
      size={size}
      variant={shown ? "secondary" : "outline"}
      aria-pressed={shown}
      aria-label={`Follow ${name}`}
      onClick={() =>
        start(async () => {
          show(!shown);
          await follow.mutateAsync({ id, following: !shown }).catch(() => undefined);
        })
      }
    >
      {shown ? "Following" : "Follow"}
    </Button>
  );
}
