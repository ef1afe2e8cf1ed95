"use client";

import { isTokenType, tokenTypes } from "@neothink/brand/tokens";
import { Alert } from "@neothink/ui/alert";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useDeferredValue, useRef, useState } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

const typed = /^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,6})?$/;

/** Exchanges one token for another, with what it gives before it is done. */
export function ConvertCard(): ReactElement | null {
  const api = useTRPC();
  const client = useQueryClient();
  const rates = useQuery(api.tokens.conversion.list.queryOptions());
  const [pair, setPair] = useState("");
  const [value, setValue] = useState("");
  // Kept over failed attempts: the server knows a repeated one by it.
  const id = useRef<string | null>(null);
  const amount = useDeferredValue(value.trim());
  const chosen =
    rates.data?.find(({ from, to }) => `${from}_${to}` === pair) ?? rates.data?.[0] ?? null;
  const asked = {
    from: chosen?.from ?? tokenTypes[0],
    to: chosen?.to ?? tokenTypes[1],
    amount,
  };
  const preview = useQuery({
    ...api.tokens.conversion.get.queryOptions(asked),
    enabled: chosen !== null && typed.test(amount),
    placeholderData: keepPreviousData,
  });
  const convert = useMutation(
    api.tokens.conversion.create.mutationOptions({
      onSuccess: async (done) => {
        id.current = null;
        setValue("");
        toastSuccess(`${formatAmount(done.received)} ${done.to} received`, {
          detail: `For ${formatAmount(done.given)} ${done.from}.`,
        });
        await client.invalidateQueries({ queryKey: api.tokens.pathKey() });
      },
    }),
  );
  if (!rates.data || !chosen) {
    return null;
  }

  function send(event: FormEvent): void {
    event.preventDefault();
    id.current ??= crypto.randomUUID();
    convert.mutate({ ...asked, amount: value.trim(), id: id.current });
  }
  function changed(): void {
    id.current = null;
    convert.reset();
  }
  const shown = typed.test(amount) ? preview.data : undefined;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Convert</CardTitle>
        <CardDescription>
          At this community’s rate, rounded down to the sixth decimal.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <form onSubmit={send} className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
          <Field label="Exchange">
            <NativeSelect
              value={`${chosen.from}_${chosen.to}`}
              onChange={(event) => {
                setPair(event.target.value);
                changed();
              }}
            >
              {rates.data.map(({ from, to, rate }) => (
                <option key={`${from}_${to}`} value={`${from}_${to}`}>
                  {from} to {to}, 1 : {rate}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field
            label={`Amount of ${isTokenType(chosen.from) ? chosen.from : "tokens"}`}
            error={
              value && !typed.test(value.trim())
                ? "Enter an amount above 0, with at most six decimals."
                : undefined
            }
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={value}
              onChange={(event) => {
                setValue(event.target.value);
                changed();
              }}
            />
          </Field>
          <SubmitButton
            needsScript
            pending={convert.isPending}
            disabled={!typed.test(value.trim())}
          >
            Convert
          </SubmitButton>
        </form>
        <p aria-live="polite" className="pt-3 text-sm leading-6 text-muted-foreground">
          {shown ? (
            <>
              You receive{" "}
              <strong className="figures font-semibold text-foreground">
                {shown.received} {shown.to}
              </strong>{" "}
              for {shown.given} {shown.from}.
            </>
          ) : (
            "Enter an amount to see what it gives."
          )}
        </p>
        {convert.error ? (
          <Alert tone="error" title="Nothing was converted" className="mt-3">
            {apiFailure(convert.error).message}
          </Alert>
        ) : null}
      </CardContent>
    </Card>
  );
}
