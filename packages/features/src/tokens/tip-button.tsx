"use client";

import { brand } from "@neothink/brand/current";
import { tokenTypes } from "@neothink/brand/tokens";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Gift } from "lucide-react";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

interface TipTarget {
  readonly memberId: string;
  readonly name: string;
  /** The post that the gift is for. */
  readonly postId?: string;
}

/** Gives tokens to another member, with a few words. */
export function TipButton({
  target,
  showLabel = false,
}: {
  target: TipTarget;
  showLabel?: boolean;
}): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button
          variant={showLabel ? "outline" : "ghost"}
          size="sm"
          aria-label={`Give tokens to ${target.name}`}
          className={showLabel ? undefined : "text-muted-foreground"}
        >
          <Gift aria-hidden="true" />
          {showLabel ? "Give tokens" : null}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Give tokens to {target.name}</DialogTitle>
          <DialogDescription>They come out of your wallet and go into theirs.</DialogDescription>
        </DialogHeader>
        <TipForm target={target} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function TipForm({ target, onDone }: { target: TipTarget; onDone: () => void }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const wallet = useQuery(api.tokens.balance.get.queryOptions());
  const [token, setToken] = useState(brand.token);
  const [amount, setAmount] = useState("5");
  const [note, setNote] = useState("");
  const id = useRef<string | null>(null);
  const send = useMutation(
    api.tokens.tip.send.mutationOptions({
      onSuccess: async (tip) => {
        onDone();
        toastSuccess(`${formatAmount(tip.amount)} ${tip.token} given to ${tip.recipientName}`);
        await client.invalidateQueries({ queryKey: api.tokens.pathKey() });
      },
    }),
  );
  function changed(): void {
    id.current = null;
    send.reset();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    id.current ??= crypto.randomUUID();
    const { memberId: recipientId, postId } = target;
    send.mutate({ id: id.current, recipientId, token, amount, note, postId: postId ?? null });
  }
  const failure = send.error ? apiFailure(send.error) : null;
  const held = wallet.data?.balances[token];
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid grid-cols-2 gap-4">
        <Field label="Amount" error={failure?.fields.amount?.[0]}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            onChange={(event) => {
              setAmount(event.target.value);
              changed();
            }}
          />
        </Field>
        <Field
          label="Token"
          hint={held === undefined ? undefined : `You hold ${formatAmount(held)}`}
        >
          <NativeSelect
            value={token}
            onChange={(event) => {
              setToken(tokenTypes.find((type) => type === event.target.value) ?? brand.token);
              changed();
            }}
          >
            {tokenTypes.map((type) => (
              <option key={type} value={type}>
                {type}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <Field label="A few words" hint="They are shown with the gift.">
        <Input
          value={note}
          maxLength={280}
          onChange={(event) => {
            setNote(event.target.value);
            changed();
          }}
        />
      </Field>
      {failure ? (
        <Alert tone="error" title="Nothing was given">
          {failure.message}
        </Alert>
      ) : null}
      <DialogFooter>
        <SubmitButton pending={send.isPending}>Give</SubmitButton>
      </DialogFooter>
    </form>
  );
}
