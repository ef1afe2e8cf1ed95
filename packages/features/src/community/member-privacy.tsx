"use client";

import type { UpdatePrivacy } from "@neothink/api/community/members.schema";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { Label } from "@neothink/ui/label";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { Skeleton } from "@neothink/ui/skeleton";
import { Switch } from "@neothink/ui/switch";
import { Time } from "@neothink/ui/time";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useId } from "react";
import { SettingsCard } from "../identity/settings-card.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { useBlock } from "./use-block.ts";

type Choice = keyof UpdatePrivacy;

const choices: readonly { readonly key: Choice; readonly title: string; readonly text: string }[] =
  [
    {
      key: "publicProfile",
      title: "Profile for everyone",
      text: "Also for members of platforms that you do not share, and for visitors.",
    },
    {
      key: "showInDirectory",
      title: "Listed in the directory",
      text: "Others find you by name, platform and interests.",
    },
    {
      key: "showAchievements",
      title: "Badges and achievements",
      text: "What you earned stands on your profile.",
    },
    {
      key: "showActivity",
      title: "Activity",
      text: "What you did is gathered on your profile, in the activity and on leaderboards. What you wrote stays where you wrote it.",
    },
    {
      key: "allowMentions",
      title: "Mentions",
      text: "Others can name you in what they write, and you are told.",
    },
    { key: "allowMessages", title: "Messages", text: "Others can start a conversation with you." },
  ];

/** The privacy choices, and whom the member blocks and mutes. */
export function MemberPrivacy(): ReactElement {
  return (
    <>
      <SettingsCard title="What others see and may do" description="Saved at once.">
        <Choices />
      </SettingsCard>
      <SettingsCard
        title="Blocked and muted"
        description="A block hides you both from each other. A mute hides them from you; they do not know."
      >
        <Blocks />
      </SettingsCard>
    </>
  );
}

function Choices(): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const options = api.community.members.privacy.queryOptions();
  const query = useQuery(options);
  const update = useMutation(
    api.community.members.updatePrivacy.mutationOptions({
      onMutate: async (change) => {
        await client.cancelQueries({ queryKey: options.queryKey });
        const before = client.getQueryData(options.queryKey);
        client.setQueryData(options.queryKey, (data) => (data ? { ...data, ...change } : data));
        return { before };
      },
      onError: (error, _, context) => {
        client.setQueryData(options.queryKey, context?.before);
        toastError("Your choice was not saved", { detail: apiFailure(error).message });
      },
      onSettled: () => client.invalidateQueries({ queryKey: api.community.members.pathKey() }),
    }),
  );
  if (query.isPending) {
    return <Skeleton className="h-80 rounded-lg" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const privacy = query.data;
  return (
    <div className="grid divide-y">
      {choices.map(({ key, text, title }) => (
        <ChoiceRow
          key={key}
          title={title}
          text={text}
          checked={privacy[key]}
          onChange={(checked) => update.mutate({ [key]: checked })}
        />
      ))}
    </div>
  );
}

function ChoiceRow({
  title,
  text,
  checked,
  onChange,
}: {
  title: string;
  text: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6 py-4 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <Label htmlFor={id}>{title}</Label>
        <p id={`${id}text`} className="text-sm leading-6 text-muted-foreground">
          {text}
        </p>
      </div>
      <Switch id={id} aria-describedby={`${id}text`} checked={checked} onCheckedChange={onChange} />
    </div>
  );
}

function Blocks(): ReactElement {
  const query = useQuery(useTRPC().community.members.blocks.queryOptions());
  const block = useBlock();
  if (query.isPending) {
    return <Skeleton className="h-24 rounded-lg" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (query.data.length === 0) {
    return <p className="text-sm text-muted-foreground">You block and mute nobody.</p>;
  }
  return (
    <RowList label="Blocked and muted members">
      {query.data.map((row) => {
        const name = row.name ?? "A member";
        return (
          <ListRow
            key={row.id}
            leading={<Avatar name={name} src={row.avatarUrl} size="sm" />}
            title={name}
            description={
              <>
                {row.kind === "block" ? "Blocked" : "Muted"} <Time value={row.since} />
              </>
            }
            trailing={
              <Button
                size="sm"
                variant="outline"
                aria-label={`${row.kind === "block" ? "Unblock" : "Unmute"} ${name}`}
                onClick={() => block({ id: row.id, name, kind: null })}
              >
                {row.kind === "block" ? "Unblock" : "Unmute"}
              </Button>
            }
          />
        );
      })}
    </RowList>
  );
}
