"use client";

import { type AddPicture, pictureBytes } from "@neothink/api/community/images.schema";
import { toastError } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { base64Of, PictureProblem, shrinkPicture } from "./shrink-picture.ts";

/** Takes a picture, made small, and stores it once it is described. */
export function usePicture(
  attachTo: () => AddPicture["attachTo"],
  onAdded: (markdown: string) => void,
): {
  /** The picture that waits for its description. */
  readonly waiting: Blob | null;
  readonly pending: boolean;
  readonly take: (files: FileList | readonly File[] | null | undefined) => boolean;
  readonly add: (alt: string) => void;
  readonly drop: () => void;
} {
  const api = useTRPC();
  const [waiting, setWaiting] = useState<Blob | null>(null);
  const store = useMutation(
    api.community.posts.addPicture.mutationOptions({
      onError: (error) =>
        toastError("The picture was not stored", { detail: apiFailure(error).message }),
    }),
  );

  function take(files: FileList | readonly File[] | null | undefined): boolean {
    const file = [...(files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (!file) {
      return false;
    }
    shrinkPicture(file, pictureBytes).then(setWaiting, (error: unknown) =>
      toastError(error instanceof PictureProblem ? error.message : "The picture was not read."),
    );
    return true;
  }

  function add(alt: string): void {
    const picture = waiting;
    if (!picture || store.isPending) {
      return;
    }
    void base64Of(picture).then((data) =>
      store.mutate(
        { id: crypto.randomUUID(), attachTo: attachTo(), data },
        {
          onSuccess: ({ url }) => {
            onAdded(`![${alt.replace(/[[\]\n]/g, " ")}](${url})`);
            setWaiting(null);
          },
        },
      ),
    );
  }

  return { waiting, pending: store.isPending, take, add, drop: () => setWaiting(null) };
}
