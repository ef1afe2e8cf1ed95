"use client";

import type { AnswerView } from "@neothink/api/community/answers.schema";
import { Button } from "@neothink/ui/button";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ListTree, Rows3 } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

const views = [
  { view: "nested", label: "Threads", icon: ListTree },
  { view: "flat", label: "By time", icon: Rows3 },
] as const;

/** Shows answers as threads or by time, and remembers the choice on every device. */
export function AnswerViewSwitch({ view }: { view: AnswerView }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const rights = api.community.topics.rights.queryKey();
  const choose = useMutation(
    api.community.answers.chooseView.mutationOptions({
      onMutate: (chosen) => {
        const before = client.getQueryData(rights);
        client.setQueryData(rights, (known) => known && { ...known, view: chosen.view });
        return { before };
      },
      onError: (error, _, context) => {
        client.setQueryData(rights, context?.before);
        toastError("Your choice was not kept", { detail: apiFailure(error).message });
      },
    }),
  );
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Show answers</legend>
      {views.map(({ icon: Icon, label, view: one }) => (
        <Button
          key={one}
          variant={view === one ? "secondary" : "ghost"}
          size="sm"
          aria-pressed={view === one}
          onClick={() => choose.mutate({ view: one })}
        >
          <Icon aria-hidden="true" />
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
