"use client";

import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import type { FormEvent, ReactElement } from "react";
import { useState, useTransition } from "react";
import type { Enrolment } from "./authenticator-actions.ts";
import { beginEnrolment, cancelEnrolment, finishEnrolment } from "./authenticator-actions.ts";
import { CodeInput } from "./code-input.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Stage =
  | { name: "name" }
  | { name: "scan"; enrolment: Enrolment }
  | { name: "codes"; codes: readonly string[] };

/** Adding an authenticator: a name, the QR code and a first code, then the recovery codes. */
export function EnrolmentDialog({ first }: { first: boolean }): ReactElement {
  const [open, setOpen] = useState(false);
  const [stage, setStage] = useState<Stage>({ name: "name" });
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function close(): void {
    if (stage.name === "scan") {
      void cancelEnrolment(stage.enrolment.factorId);
    }
    setOpen(false);
    setStage({ name: "name" });
    setProblem(null);
  }

  function textOf(event: FormEvent<HTMLFormElement>, name: string): string {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get(name);
    return typeof value === "string" ? value : "";
  }

  function begin(name: string): void {
    start(async () => {
      const answer = await beginEnrolment(name);
      setProblem(answer.ok ? null : answer.message);
      if (answer.ok) {
        setStage({ name: "scan", enrolment: answer });
      }
    });
  }

  function finish(factorId: string, code: string): void {
    start(async () => {
      const answer = await finishEnrolment(factorId, code);
      setProblem(answer.ok ? null : answer.message);
      if (answer.ok && answer.codes.length > 0) {
        setStage({ name: "codes", codes: answer.codes });
      } else if (answer.ok) {
        setOpen(false);
        setStage({ name: "name" });
      }
    });
  }

  return (
    <Dialog open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <DialogTrigger asChild>
        <Button variant={first ? "primary" : "outline"}>
          {first ? "Set up an authenticator" : "Add another"}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>
            {stage.name === "codes" ? "You are protected" : "Authenticator"}
          </DialogTitle>
          <DialogDescription>{leads[stage.name]}</DialogDescription>
        </DialogHeader>
        {problem === null ? null : <Alert tone="error">{problem}</Alert>}
        {stage.name === "name" ? (
          <form className="grid gap-5" onSubmit={(event) => begin(textOf(event, "name"))}>
            <Field label="Name of the device" hint="So that you know it again, such as “My phone”.">
              <Input name="name" defaultValue="My phone" maxLength={60} autoComplete="off" />
            </Field>
            <SubmitButton pending={pending} className="justify-self-start">
              Go on
            </SubmitButton>
          </form>
        ) : null}
        {stage.name === "scan" ? (
          <form
            className="grid gap-5"
            onSubmit={(event) => finish(stage.enrolment.factorId, textOf(event, "code"))}
          >
            <div className="flex flex-wrap items-center gap-5">
              {/* biome-ignore lint/performance/noImgElement: a data address gains nothing from the image optimiser */}
              <img
                src={stage.enrolment.qr}
                alt="QR code for your authenticator app"
                width={176}
                height={176}
                className="rounded-lg border bg-white"
              />
              <p className="min-w-48 flex-1 text-sm leading-relaxed text-muted-foreground">
                No camera? Enter this key in the app:
                <code className="figures mt-2 block rounded-md bg-muted p-2 break-all text-foreground select-all">
                  {stage.enrolment.secret}
                </code>
              </p>
            </div>
            <Field label="Six-digit code" hint="The one that the app shows now.">
              <CodeInput autoFocus />
            </Field>
            <SubmitButton pending={pending} className="justify-self-start">
              Turn it on
            </SubmitButton>
          </form>
        ) : null}
        {stage.name === "codes" ? <RecoveryCodes codes={stage.codes} onKept={close} /> : null}
      </DialogContent>
    </Dialog>
  );
}

const leads: Readonly<Record<Stage["name"], string>> = {
  name: "An app on your phone shows a new code every half minute; you enter it when you sign in.",
  scan: "Scan the code with your authenticator app, then enter the six digits it shows.",
  codes: "From now on you are asked for a code when you sign in.",
};
