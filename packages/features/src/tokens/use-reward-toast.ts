"use client";

import { toastInfo, toastSuccess } from "@neothink/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../shell/trpc-client.tsx";
import { rewardText, type ShownAward } from "./reward-text.ts";

/**
 * Tells the member of an award, with a way to its formula, and has the balances on screen read
 * again. Takes null for what is not rewarded, and then does nothing but the reading.
 */
export function useRewardToast(): (award: ShownAward | null) => void {
  const api = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  return (award) => {
    void client.invalidateQueries({ queryKey: api.tokens.pathKey() });
    if (!award) {
      return;
    }
    const { message, detail } = rewardText(award);
    const { entryId } = award;
    if (entryId === null) {
      toastInfo(message, { detail });
      return;
    }
    toastSuccess(message, {
      detail,
      seconds: 8,
      action: { label: "Why?", onPress: () => router.push(`/wallet/${entryId}`) },
    });
  };
}
