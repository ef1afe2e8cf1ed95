"use client";

import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** What a member does with the lines of the notification centre. */
export interface NoticeActions {
  /** Marks a line as read, without a word: it was opened. */
  readonly open: (id: string) => void;
  /** Marks a line as read and offers to take it back. */
  readonly read: (id: string) => void;
  readonly readAll: () => void;
  readonly keepUnread: (id: string) => void;
  /** Silences the kind of this line and offers to take it back. */
  readonly mute: (id: string) => void;
}

export function useNotices(): NoticeActions {
  const api = useTRPC();
  const client = useQueryClient();
  const notifications = api.messaging.notifications;
  const refresh = (): Promise<void> =>
    client.invalidateQueries({ queryKey: notifications.pathKey() });
  const failed = (what: string) => (error: unknown) =>
    toastError(what, { detail: apiFailure(error).message });

  const undo = useMutation(
    notifications.undoRead.mutationOptions({
      onError: failed("This could not be taken back"),
      onSettled: refresh,
    }),
  );
  const offerUndo = (message: string, readAt: string | null): void => {
    if (readAt !== null) {
      toastUndo({ message, onUndo: () => undo.mutate({ readAt }) });
    }
  };
  const open = useMutation(notifications.read.mutationOptions({ onSettled: refresh }));
  const read = useMutation(
    notifications.read.mutationOptions({
      onSuccess: ({ readAt }) => offerUndo("Marked as read", readAt),
      onError: failed("It was not marked"),
      onSettled: refresh,
    }),
  );
  const readAll = useMutation(
    notifications.readAll.mutationOptions({
      onSuccess: ({ readAt }) => offerUndo("Everything is marked as read", readAt),
      onError: failed("Nothing was marked"),
      onSettled: refresh,
    }),
  );
  const keepUnread = useMutation(
    notifications.keepUnread.mutationOptions({
      onError: failed("It was not marked"),
      onSettled: refresh,
    }),
  );
  const unmute = useMutation(
    notifications.mute.mutationOptions({ onError: failed("This could not be taken back") }),
  );
  const mute = useMutation(
    notifications.mute.mutationOptions({
      onSuccess: ({ label }, { id }) =>
        toastUndo({
          message: `“${label}” stays silent from now on`,
          onUndo: () => unmute.mutate({ id, muted: false }),
        }),
      onError: failed("This kind was not silenced"),
      onSettled: () => client.invalidateQueries({ queryKey: api.messaging.preferences.pathKey() }),
    }),
  );

  return {
    open: (id) => open.mutate({ id }),
    read: (id) => read.mutate({ id }),
    readAll: () => readAll.mutate(),
    keepUnread: (id) => keepUnread.mutate({ id }),
    mute: (id) => mute.mutate({ id, muted: true }),
  };
}
