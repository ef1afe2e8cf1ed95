"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import type { UpdatePreferences } from "@neothink/api/messaging/notifications.schema";
import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { ErrorState } from "@neothink/ui/error-state";
import { Skeleton } from "@neothink/ui/skeleton";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { SettingsCard } from "../identity/settings-card.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { DigestSettings } from "./digest-settings.tsx";
import { KindMatrix } from "./kind-matrix.tsx";

/** A member's choices on this platform. */
export type Preferences = RouterOutputs["messaging"]["preferences"]["get"];

/** Saves a change; it shows at once and is taken back when it fails. */
export type SavePreferences = (change: UpdatePreferences) => void;

function applied(before: Preferences, change: UpdatePreferences): Preferences {
  const { digest, email, kinds = {}, quiet } = change;
  return {
    ...before,
    digest: digest ?? before.digest,
    email: email ?? before.email,
    ...(quiet === undefined
      ? {}
      : { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null }),
    groups: before.groups.map((group) => ({
      ...group,
      kinds: group.kinds.map((kind) => ({
        ...kind,
        inApp: kinds[kind.kind]?.in_app ?? kind.inApp,
        email: kinds[kind.kind]?.email ?? kind.email,
      })),
    })),
  };
}

/** What reaches the member on this platform, and how. */
export function NotificationSettings(): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const options = api.messaging.preferences.get.queryOptions();
  const query = useQuery(options);
  const update = useMutation(
    api.messaging.preferences.update.mutationOptions({
      onMutate: async (change) => {
        await client.cancelQueries({ queryKey: options.queryKey });
        const before = client.getQueryData(options.queryKey);
        client.setQueryData(options.queryKey, (data) => (data ? applied(data, change) : data));
        return { before };
      },
      onError: (error, _, context) => {
        client.setQueryData(options.queryKey, context?.before);
        toastError("Your choice was not saved", { detail: apiFailure(error).message });
      },
      onSettled: () => client.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );

  if (query.isPending) {
    return <Skeleton className="h-96 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const preferences = query.data;
  return (
    <>
      <SettingsCard
        title={`What ${brand.name} tells you`}
        description="Each choice is saved at once. Your other platforms have their own."
      >
        <div className="grid gap-6">
          {preferences.available.email ? null : (
            <Alert title="Mail is not connected here">
              Your choices are kept and take effect as soon as this installation can send mail.
            </Alert>
          )}
          <KindMatrix preferences={preferences} onSave={update.mutate} />
          <p className="text-sm leading-relaxed text-muted-foreground">
            Push to your browser or phone is not available yet: no push service is connected. It
            will be off until you switch it on here.
          </p>
        </div>
      </SettingsCard>
      <SettingsCard
        title="Mail"
        description="Mail only tells what you have not seen in the app. Every one of them has a link that ends it with one click."
      >
        <DigestSettings preferences={preferences} onSave={update.mutate} />
      </SettingsCard>
    </>
  );
}
