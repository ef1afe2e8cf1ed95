"use client";

import { Alert } from "@neothink/ui/alert";
import { Card } from "@neothink/ui/card";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Offer } from "./spend-query.ts";

/** One offer with its price and the way to buy it. */
export function OfferCard({
  offer,
  icon,
  children,
}: {
  offer: Offer;
  icon: ReactNode;
  children: ReactNode;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const gift = offer.kind === "donation";
  const [amount, setAmount] = useState(offer.price);
  const id = useRef<string | null>(null);
  const buy = useMutation(
    api.tokens.sink.create.mutationOptions({
      onSuccess: async (done) => {
        id.current = null;
        const ticket = done.ticketNumber === null ? "" : `: ticket ${done.ticketNumber}`;
        toastSuccess(`${done.name}${ticket}`, {
          detail: `${formatAmount(done.amount)} ${done.token} ${gift ? "given" : "paid"}.`,
        });
        await client.invalidateQueries({ queryKey: api.tokens.pathKey() });
      },
    }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    id.current ??= crypto.randomUUID();
    buy.mutate({ id: id.current, offerId: offer.id, ...(gift ? { amount } : {}) });
  }
  return (
    <Card className="flex h-full flex-col gap-3 p-5">
      {icon}
      <h2 className="text-base font-semibold tracking-tight">{offer.name}</h2>
      <p className="text-sm leading-6 text-muted-foreground">{offer.description}</p>
      <p className="text-sm leading-6 text-muted-foreground">{children}</p>
      <form onSubmit={submit} className="mt-auto grid gap-3 pt-2">
        {gift ? (
          <Field label={`Amount of ${offer.tokenType}`} hint={`From ${formatAmount(offer.price)}`}>
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={amount}
              onChange={(event) => {
                setAmount(event.target.value);
                id.current = null;
              }}
            />
          </Field>
        ) : null}
        {buy.error ? (
          <Alert tone="error" title="Nothing was paid">
            {apiFailure(buy.error).message}
          </Alert>
        ) : null}
        <SubmitButton needsScript pending={buy.isPending} variant={gift ? "outline" : "primary"}>
          {gift ? "Give" : `Buy for ${formatAmount(offer.price)} ${offer.tokenType}`}
        </SubmitButton>
      </form>
    </Card>
  );
}
