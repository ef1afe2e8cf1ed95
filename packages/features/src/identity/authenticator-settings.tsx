"use client";

import { Alert } from "@neothink/ui/alert";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import type { ReactElement } from "react";
import { useState, useTransition } from "react";
import { removeAuthenticator, renewRecoveryCodes } from "./authenticator-actions.ts";
import { EnrolmentDialog } from "./enrolment-dialog.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SettingsCard } from "./settings-card.tsx";

interface Authenticator {
  id: string;
  name: string;
  addedAt: string;
}

/** The second factor: authenticators, and the codes for the day they are lost. */
export function AuthenticatorSettings({
  authenticators,
  codes,
  codesOffered,
}: {
  authenticators: readonly Authenticator[];
  codes: { remaining: number; total: number } | null;
  codesOffered: boolean;
}): ReactElement {
  const on = authenticators.length > 0;
  return (
    <SettingsCard
      title="Second factor"
      description={
        on
          ? "You are asked for a code of your authenticator when you sign in."
          : "With an authenticator app, a stolen password alone opens nothing."
      }
    >
      <div className="grid gap-5">
        {on ? (
          <RowList label="Authenticators">
            {authenticators.map((authenticator) => (
              <ListRow
                key={authenticator.id}
                title={
                  <span className="flex flex-wrap items-center gap-2">
                    {authenticator.name} <Badge variant="success">On</Badge>
                  </span>
                }
                description={
                  <>
                    Added <Time value={authenticator.addedAt} />
                  </>
                }
                trailing={
                  <RemoveAuthenticator {...authenticator} last={authenticators.length === 1} />
                }
              />
            ))}
          </RowList>
        ) : null}
        <div>
          <EnrolmentDialog first={!on} />
        </div>
        {on && codesOffered ? <Codes codes={codes} /> : null}
      </div>
    </SettingsCard>
  );
}

function RemoveAuthenticator({
  id,
  name,
  last,
}: {
  id: string;
  name: string;
  last: boolean;
}): ReactElement {
  const [pending, start] = useTransition();
  const [open, setOpen] = useState(false);
  function remove(): void {
    start(async () => {
      const answer = await removeAuthenticator(id);
      setOpen(false);
      if (answer.ok) {
        toastSuccess(`“${name}” is removed.`);
      } else {
        toastError(answer.message);
      }
    });
  }
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Remove “{name}”?</DialogTitle>
          <DialogDescription>
            {last
              ? "It is your only authenticator: your password alone opens the account afterwards, and your recovery codes are void."
              : "Your other authenticators keep working."}
          </DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">Keep it</Button>
          </DialogClose>
          <Button
            variant="destructive"
            aria-disabled={pending || undefined}
            onClick={() => pending || remove()}
          >
            Remove it
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Codes({ codes }: { codes: { remaining: number; total: number } | null }): ReactElement {
  const [made, setMade] = useState<readonly string[] | null>(null);
  const [pending, start] = useTransition();
  function renew(): void {
    start(async () => {
      const answer = await renewRecoveryCodes(codes === null);
      if (answer.ok) {
        setMade(answer.codes);
      } else {
        toastError(answer.message);
      }
    });
  }
  if (made !== null) {
    return <RecoveryCodes codes={made} onKept={() => setMade(null)} />;
  }
  return (
    <div className="grid gap-4 border-t pt-5">
      {codes !== null && codes.remaining <= 2 ? (
        <Alert tone="warning">Few recovery codes are left. Make new ones and keep them safe.</Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <p className="text-sm font-medium">Recovery codes</p>
          <p className="text-sm text-muted-foreground">
            {codes === null ? "None yet." : `${codes.remaining} of ${codes.total} are left.`}
          </p>
        </div>
        <Button
          variant="outline"
          aria-disabled={pending || undefined}
          onClick={() => pending || renew()}
        >
          {codes === null ? "Make recovery codes" : "Make new ones"}
        </Button>
      </div>
    </div>
  );
}
