"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatCount } from "@neothink/ui/format-number";
import { useQuery } from "@tanstack/react-query";
import { Award } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { BadgeForm } from "./badge-form.tsx";
import { BadgeHolders } from "./badge-holders.tsx";
import { QueryFace } from "./query-face.tsx";

/** A badge as operators edit it. */
export type EditedBadge = RouterOutputs["tokens"]["badge"]["listAll"][number];

/** Every badge with its rule and its holders. */
export function BadgesView(): ReactElement {
  const query = useQuery(useTRPC().tokens.badge.listAll.queryOptions());
  return (
    <div className="grid gap-6">
      <EditDialog badge={null} />
      <QueryFace query={query} what="badges">
        {(badges) =>
          badges.length === 0 ? (
            <EmptyState icon={<Award />} title="No badge yet">
              Make the first one: a name, what it stands for, and its rule.
            </EmptyState>
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2">
              {badges.map((badge) => (
                <li key={badge.id}>
                  <Card className="flex h-full flex-col gap-3 p-5 text-sm leading-6">
                    <div className="flex flex-wrap items-center gap-2">
                      <h2 className="text-base font-semibold tracking-tight">{badge.name}</h2>
                      {badge.active ? null : <Badge>Not awarded</Badge>}
                      {badge.role ? <Badge>{badge.role}</Badge> : null}
                    </div>
                    <p className="text-muted-foreground">{badge.description}</p>
                    <code className="text-xs break-all text-muted-foreground">
                      {JSON.stringify(badge.criteria)}
                    </code>
                    <div className="mt-auto flex flex-wrap gap-3 pt-1">
                      <EditDialog badge={badge} />
                      <HoldersDialog badge={badge} />
                    </div>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </QueryFace>
    </div>
  );
}

function EditDialog({ badge }: { badge: EditedBadge | null }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        {badge ? (
          <Button variant="outline" size="sm" aria-label={`Edit ${badge.name}`}>
            Edit
          </Button>
        ) : (
          <Button className="justify-self-start">New badge</Button>
        )}
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{badge ? `Edit ${badge.name}` : "New badge"}</DialogTitle>
          <DialogDescription>
            Members who fulfil the rule already get it with the next run of the job.
          </DialogDescription>
        </DialogHeader>
        <BadgeForm badge={badge} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function HoldersDialog({ badge }: { badge: EditedBadge }): ReactElement {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="outline" size="sm">
          {formatCount(badge.holders)} {badge.holders === 1 ? "holder" : "holders"}
          <span className="sr-only"> of {badge.name}</span>
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Holders of {badge.name}</DialogTitle>
          <DialogDescription>Who holds it, and from whom it was withdrawn.</DialogDescription>
        </DialogHeader>
        <BadgeHolders badgeId={badge.id} />
      </DialogContent>
    </Dialog>
  );
}
