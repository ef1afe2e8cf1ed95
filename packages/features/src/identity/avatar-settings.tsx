"use client";

import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { Spinner } from "@neothink/ui/spinner";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { useRef } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { cropImage } from "./crop-image.ts";
import { SettingsCard } from "./settings-card.tsx";

/** The member's picture: choose, replace, remove. */
export function AvatarSettings(): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const { data: profile } = useSuspenseQuery(trpc.identity.profile.get.queryOptions());

  async function show(message: string): Promise<void> {
    toastSuccess(message);
    await queries.invalidateQueries(trpc.identity.profile.get.queryFilter());
    router.refresh();
  }
  const onError = (error: unknown) => toastError(apiFailure(error).message);
  const set = useMutation(
    trpc.identity.avatar.set.mutationOptions({
      onSuccess: () => show("Your new picture is in place."),
      onError,
    }),
  );
  const remove = useMutation(
    trpc.identity.avatar.remove.mutationOptions({
      onSuccess: () => show("Your picture is gone; your initials stand in for it."),
      onError,
    }),
  );

  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) {
      return;
    }
    try {
      set.mutate({ data: await cropImage(file) });
    } catch {
      toastError("This file is not a picture that your browser can read.");
    }
  }

  const busy = set.isPending || remove.isPending;
  const name = profile.fullName === "" ? (profile.email ?? "Member") : profile.fullName;
  return (
    <SettingsCard
      title="Picture"
      description="The middle square is kept, 256 by 256 pixels, without place or camera data."
    >
      <div className="flex flex-wrap items-center gap-6">
        <Avatar name={name} src={profile.avatarUrl} size="xl" />
        <div className="flex flex-wrap gap-3">
          <input
            ref={chooser}
            type="file"
            accept="image/*"
            className="sr-only"
            tabIndex={-1}
            aria-label="Picture file"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button
            variant="outline"
            aria-disabled={busy || undefined}
            onClick={() => busy || chooser.current?.click()}
          >
            {busy ? <Spinner /> : null}
            {profile.avatarUrl === null ? "Choose a picture" : "Replace"}
          </Button>
          {profile.avatarUrl === null ? null : (
            <Button
              variant="ghost"
              aria-disabled={busy || undefined}
              onClick={() => busy || remove.mutate()}
            >
              Remove
            </Button>
          )}
        </div>
      </div>
    </SettingsCard>
  );
}
