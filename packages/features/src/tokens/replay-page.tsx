import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { caller } from "../shell/trpc-server.tsx";
import { ReplayEpochs } from "./replay-epochs.tsx";

export function generateMetadata(): Metadata {
  return {
    title: "The open economy",
    description:
      "Every token that ever moved, for anyone to recompute: the record, its hashes, and a script.",
    alternates: { canonical: "/economy" },
  };
}

const command = "node replay-economy.ts https://<this site>/economy/export";

/** The public record of the economy: what it is, how to recompute it, and the hashes of closed weeks. */
export default async function ReplayPage(): Promise<ReactElement> {
  const api = await caller();
  const epochs = await api.tokens.epochs.list();
  return (
    <div className="mx-auto grid max-w-[62rem] grid-cols-1 gap-8 px-5 py-13 sm:px-8 lg:py-21">
      <PageHeader
        title="The open economy"
        description="Every token that ever moved stands in one record. It names nobody, and anyone may recompute every balance from it."
        actions={
          <Button asChild>
            <a href="/economy/export" download="economy.jsonl">
              Download the record
            </a>
          </Button>
        }
      />
      <Card>
        <CardHeader>
          <CardTitle>Check it yourself</CardTitle>
          <CardDescription>
            The repository holds a script of some hundred lines that shares no code with the
            platform and needs nothing but Node.
          </CardDescription>
        </CardHeader>
        <CardContent className="grid gap-5">
          <pre className="rounded-md bg-secondary p-4 text-[0.8125rem] leading-6 break-all whitespace-pre-wrap">
            <code>{command}</code>
          </pre>
          <ol className="grid list-decimal gap-2 pl-5 text-sm leading-6 text-muted-foreground">
            <li>It reads one line for each movement and hashes the lines of each week.</li>
            <li>
              It compares each hash with the one published here; each includes the one before.
            </li>
            <li>It adds everything up to the last millionth and compares with every balance.</li>
          </ol>
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>What a line says</CardTitle>
          <CardDescription>
            Number, week, time, token, amount, the account that gave, the account that received, and
            the kind of movement.
          </CardDescription>
        </CardHeader>
        <CardContent className="text-sm leading-6 text-muted-foreground">
          <p className="max-w-[68ch]">
            Members appear under a pseudonym made with a secret of this installation, always the
            same one; yours stands in your wallet. Tokens come from “issuance”, and what is spent
            goes to “sink”. Nothing is ever rewritten: what is taken back is a further line.
          </p>
        </CardContent>
      </Card>
      <ReplayEpochs epochs={epochs} />
    </div>
  );
}
