"use client";

import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { Monitor, Smartphone } from "lucide-react";
import type { ReactElement } from "react";
import { useTransition } from "react";
import { deviceName, isHandheld } from "./device-name.ts";
import { endDevice } from "./session-actions.ts";

interface Session {
  id: string;
  created_at: string;
  last_used_at: string;
  user_agent: string | null;
  ip: string | null;
  current: boolean;
}

/** The devices that are signed in; each but this one can be ended. */
export function SessionList({ sessions }: { sessions: readonly Session[] }): ReactElement {
  return (
    <RowList label="Signed-in devices">
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </RowList>
  );
}

function SessionRow({ session }: { session: Session }): ReactElement {
  const [pending, start] = useTransition();
  const name = deviceName(session.user_agent);
  const Icon = isHandheld(session.user_agent) ? Smartphone : Monitor;
  function end(): void {
    start(async () => {
      const problem = await endDevice(session.id);
      if (problem === null) {
        toastSuccess(`${name} is signed out.`);
      } else {
        toastError(problem);
      }
    });
  }
  return (
    <ListRow
      leading={<Icon aria-hidden="true" className="size-5 text-muted-foreground" />}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {name} {session.current ? <Badge variant="brand">This device</Badge> : null}
        </span>
      }
      description={
        <>
          {session.current ? (
            "In use now"
          ) : (
            <>
              Last used <Time value={session.last_used_at} />
            </>
          )}
          {session.ip === null ? null : ` · ${session.ip}`}
          <span className="block">
            Signed in <Time value={session.created_at} format="date" />
          </span>
        </>
      }
      trailing={
        session.current ? null : (
          <Button
            variant="outline"
            size="sm"
            aria-label={`Sign out ${name}`}
            aria-disabled={pending || undefined}
            onClick={() => pending || end()}
          >
            Sign out
          </Button>
        )
      }
    />
  );
}
