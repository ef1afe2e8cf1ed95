"use client";

import { Alert } from "@neothink/ui/alert";
import { Card } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatAmount, formatCount } from "@neothink/ui/format-number";
import { Time } from "@neothink/ui/time";
import { useQuery } from "@tanstack/react-query";
import { HandCoins, Snowflake, Ticket } from "lucide-react";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { OfferCard } from "./offer-card.tsx";
import { QueryFace } from "./query-face.tsx";
import type { Offers, RaffleDraw } from "./spend-query.ts";

/** Offers of this app and the last draws of its raffles. */
export function SpendView(): ReactElement {
  const query = useQuery(useTRPC().tokens.sink.list.queryOptions());
  return (
    <QueryFace query={query} what="offers">
      {(data) => <SpendLists data={data} />}
    </QueryFace>
  );
}

const icons = { feature_unlock: Snowflake, raffle: Ticket, donation: HandCoins } as const;

function iconOf(kind: string) {
  return kind === "raffle" || kind === "donation" ? icons[kind] : icons.feature_unlock;
}

function SpendLists({ data }: { data: Offers }): ReactElement {
  if (data.offers.length === 0) {
    return (
      <EmptyState icon={<HandCoins />} title="Nothing is offered here yet">
        When there is something to spend tokens on, it stands here.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-10">
      <ul className="grid gap-4 sm:grid-cols-2">
        {data.offers.map((offer) => {
          const Icon = iconOf(offer.kind);
          return (
            <li key={offer.id}>
              <OfferCard
                offer={offer}
                icon={<Icon aria-hidden="true" className="size-5 text-brand-text" />}
              >
                {offer.kind === "donation" ? (
                  <>
                    {formatAmount(offer.total)} {offer.tokenType} given by everybody,{" "}
                    {formatAmount(offer.mine)} by you.
                  </>
                ) : null}
                {offer.effect === "streak_freeze" ? (
                  <>
                    You hold {data.freezes.held} of {data.freezes.most}.
                  </>
                ) : null}
                {offer.kind === "raffle" ? (
                  <>
                    Drawn on <Time value={data.nextDraw} />. Half of what the tickets cost is won.
                  </>
                ) : null}
              </OfferCard>
            </li>
          );
        })}
      </ul>
      {data.raffles.length > 0 ? (
        <section aria-labelledby="draws" className="grid gap-4">
          <h2 id="draws" className="text-lg font-semibold tracking-tight">
            Draws
          </h2>
          <ul className="grid gap-4">
            {data.raffles.map((draw) => (
              <li key={draw.id}>
                <Draw draw={draw} />
              </li>
            ))}
          </ul>
          <p className="max-w-[65ch] text-[0.8125rem] leading-6 text-muted-foreground">
            Check a draw yourself: the SHA-256 of the secret is the promise that stood here before
            the first ticket. The winner is the SHA-256 of “secret:draw:tickets” as a number, modulo
            the tickets, plus one.
          </p>
        </section>
      ) : null}
    </div>
  );
}

function Draw({ draw }: { draw: RaffleDraw }): ReactElement {
  return (
    <Card className="grid gap-3 p-4 text-sm leading-6 sm:p-5">
      <p className="font-semibold">
        {draw.drawnAt ? "Drawn" : "Will be drawn"} <Time value={draw.drawnAt ?? draw.drawsAt} />
      </p>
      {draw.won ? (
        <Alert tone="success" title={`You won ${formatAmount(draw.prize ?? "0")}`}>
          Your ticket {draw.winningTicket} was drawn.
        </Alert>
      ) : null}
      <p className="text-muted-foreground">
        {draw.ownTickets.length > 0
          ? `Your tickets: ${draw.ownTickets.join(", ")}. `
          : "You have no ticket in it. "}
        {draw.winningTicket === null || draw.ticketCount === null
          ? null
          : `Ticket ${draw.winningTicket} of ${formatCount(draw.ticketCount)} won${
              draw.winnerName ? `: ${draw.winnerName}` : ""
            }.`}
      </p>
      <dl className="grid gap-1 text-xs text-muted-foreground">
        <Line name="Draw" text={draw.id} />
        <Line name="Promise" text={draw.commitment} />
        {draw.secret ? <Line name="Secret" text={draw.secret} /> : null}
      </dl>
    </Card>
  );
}

function Line({ name, text }: { name: string; text: string }): ReactElement {
  return (
    <div className="flex gap-2">
      <dt className="w-16 shrink-0">{name}</dt>
      <dd className="min-w-0 font-mono break-all">{text}</dd>
    </div>
  );
}
