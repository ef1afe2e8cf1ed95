"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { FullName, profileLimits, Timezone } from "@neothink/api/identity/profile.schema";
import { Alert } from "@neothink/ui/alert";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { NativeSelect } from "./native-select.tsx";
import { SettingsCard } from "./settings-card.tsx";

const ProfileForm = z.object({
  fullName: FullName,
  bio: z
    .string()
    .trim()
    .max(profileLimits.bio, `Please keep this within ${profileLimits.bio} characters.`),
  timezone: Timezone,
});

/** Name, a few words, time zone. */
export function ProfileSettings({ zones }: { zones: readonly string[] }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const { data: profile } = useSuspenseQuery(trpc.identity.profile.get.queryOptions());
  const { register, handleSubmit, formState, reset, watch } = useForm({
    resolver: zodResolver(ProfileForm),
    defaultValues: {
      fullName: profile.fullName,
      bio: profile.bio,
      timezone: profile.timezone,
    },
  });
  const save = useMutation(
    trpc.identity.profile.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(trpc.identity.profile.get.queryKey(), saved);
        reset({ fullName: saved.fullName, bio: saved.bio, timezone: saved.timezone });
        toastSuccess("Your profile is saved.");
        // The frame shows the name, too.
        router.refresh();
      },
    }),
  );
  const left = profileLimits.bio - watch("bio").length;
  const { errors } = formState;
  return (
    <SettingsCard
      title="Profile"
      description="Other members see your name and what you write here."
    >
      <form
        noValidate
        className="grid max-w-xl gap-5"
        onSubmit={handleSubmit((input) => save.mutateAsync(input).catch(() => undefined))}
      >
        {save.error === null ? null : (
          <Alert tone="error">{apiFailure(save.error).message} Nothing was lost.</Alert>
        )}
        <Field label="Name" required error={errors.fullName?.message}>
          <Input autoComplete="name" {...register("fullName")} />
        </Field>
        <Field label="About you" error={errors.bio?.message} hint={`${left} characters left.`}>
          <Textarea {...register("bio")} />
        </Field>
        <Field
          label="Time zone"
          error={errors.timezone?.message}
          hint="Dates are shown in it, and your day of streaks begins at its midnight."
        >
          <NativeSelect {...register("timezone")}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SubmitButton needsScript pending={save.isPending} className="justify-self-start">
          Save profile
        </SubmitButton>
      </form>
    </SettingsCard>
  );
}
