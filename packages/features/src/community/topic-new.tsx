"use client";

import type { TopicDraft } from "@neothink/api/community/topics.schema";
import { brand } from "@neothink/brand/current";
import type { ForumCategory } from "@neothink/brand/forum";
import { Alert } from "@neothink/ui/alert";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactElement, useRef } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { TopicForm } from "./topic-form.tsx";

const empty: TopicDraft = {
  title: "",
  description: "",
  category: "general",
  tags: [],
  relatedConcepts: [],
  isPublic: false,
};

/** The form for a new topic. */
export function TopicNew({ categories }: { categories: readonly ForumCategory[] }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  // Kept over failed attempts: the server knows a repeated one by it.
  const id = useRef<string | null>(null);
  const rights = useQuery(api.community.topics.rights.queryOptions());
  const create = useMutation(
    api.community.topics.create.mutationOptions({
      onSuccess: async (topic) => {
        toastSuccess("Your question is open");
        await client.invalidateQueries({ queryKey: api.community.topics.list.infiniteQueryKey() });
        router.push(`/forum/${topic.id}`);
      },
    }),
  );
  if (rights.data && !rights.data.entered) {
    return (
      <Alert title={`Join ${brand.name} to ask here`}>
        <Link href="/onboarding" className="underline underline-offset-4">
          Finish your onboarding
        </Link>{" "}
        to take part.
      </Alert>
    );
  }
  return (
    <TopicForm
      initial={empty}
      categories={categories}
      mayOpen
      pending={create.isPending}
      error={create.error}
      action="Ask"
      onSend={(draft) => {
        id.current ??= crypto.randomUUID();
        create.mutate({ ...draft, id: id.current });
      }}
    />
  );
}
