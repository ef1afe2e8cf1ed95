"use client";

import { toastError, toastSuccess, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** What may be done with the answers of a topic beside writing them. */
export interface AnswerActions {
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
  /** Null takes an acceptance back. */
  readonly accept: (answerId: string | null) => void;
}

export function useAnswerActions(topicId: string): AnswerActions {
  const api = useTRPC();
  const client = useQueryClient();
  const topicKey = api.community.topics.get.queryKey({ id: topicId });
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: api.community.answers.pathKey() }),
      client.invalidateQueries({ queryKey: topicKey }),
    ]);
  const onError = (error: unknown) =>
    toastError("That did not work", { detail: apiFailure(error).message });
  const restore = useMutation(
    api.community.answers.restore.mutationOptions({ onError, onSettled: refresh }),
  );
  const remove = useMutation(
    api.community.answers.delete.mutationOptions({
      onSuccess: (_, { id }) =>
        toastUndo({ message: "Answer removed", onUndo: () => restore.mutate({ id }) }),
      onError,
      onSettled: refresh,
    }),
  );
  const accept = useMutation(
    api.community.answers.accept.mutationOptions({
      onMutate: ({ answerId }) => {
        const before = client.getQueryData(topicKey);
        client.setQueryData(topicKey, (topic) => topic && { ...topic, acceptedPostId: answerId });
        return { before };
      },
      onSuccess: (_, { answerId }) => {
        if (answerId !== null) {
          toastSuccess("Answer accepted");
        }
      },
      onError: (error, _, context) => {
        client.setQueryData(topicKey, context?.before);
        onError(error);
      },
      onSettled: refresh,
    }),
  );
  return {
    remove: (id) => remove.mutate({ id }),
    restore: (id) => restore.mutate({ id }),
    accept: (answerId) => accept.mutate({ topicId, answerId }),
  };
}
