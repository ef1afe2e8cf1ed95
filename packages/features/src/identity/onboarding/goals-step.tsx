"use client";

import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

interface Draft {
  key: number;
  title: string;
  by: string;
}

const mostGoals = 3;
const quarter = 90 * 24 * 60 * 60 * 1000;

/** A day as a date input wants it. */
function inAQuarter(): string {
  return new Date(Date.now() + quarter).toISOString().slice(0, 10);
}

/** Ascenders: up to three goals, each with its day. */
export function GoalsStep({ data, onBack, onDone }: StepProps): ReactElement {
  const { fields, problem, pending, touch, save } = useStep();
  const kept = data.ownStep?.step === "goals" ? data.ownStep.goals : [];
  const [goals, setGoals] = useState<readonly Draft[]>(() =>
    kept.length > 0
      ? kept.map((goal, key) => ({ key, ...goal }))
      : [{ key: 0, title: "", by: inAQuarter() }],
  );
  const add = (title: string) => {
    touch("goals");
    setGoals([
      ...goals.filter((goal) => goal.title !== "" || title === ""),
      { key: Math.max(0, ...goals.map(({ key }) => key)) + 1, title, by: inAQuarter() },
    ]);
  };
  const change = (key: number, part: Partial<Draft>) => {
    touch("goals");
    setGoals(goals.map((goal) => (goal.key === key ? { ...goal, ...part } : goal)));
  };
  const ideas = data.options.goals.filter((idea) => !goals.some(({ title }) => title === idea));
  const room = goals.length < mostGoals || goals.some(({ title }) => title === "");
  return (
    <StepFrame
      title={brand.onboardingStep.title}
      lead="What do you want to have built, and by when? One good goal is enough; three are plenty."
      problem={Object.keys(fields).length > 0 ? null : problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        const sent = goals.map(({ title, by }) => ({ title, by }));
        if (await save({ step: "goals", goals: sent })) {
          onDone();
        }
      }}
    >
      <div className="grid gap-6">
        {goals.map((goal, index) => (
          <div key={goal.key} className="grid gap-3 sm:grid-cols-[1fr_11rem_auto] sm:items-start">
            <Field label={`Goal ${index + 1}`} required error={fields[`goals.${index}.title`]}>
              <Input
                value={goal.title}
                maxLength={120}
                onChange={(event) => change(goal.key, { title: event.target.value })}
              />
            </Field>
            <Field label="By" required error={fields[`goals.${index}.by`]}>
              <Input
                type="date"
                value={goal.by}
                onChange={(event) => change(goal.key, { by: event.target.value })}
              />
            </Field>
            {goals.length === 1 ? null : (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Remove goal ${index + 1}`}
                className="sm:mt-7"
                onClick={() => setGoals(goals.filter(({ key }) => key !== goal.key))}
              >
                <X aria-hidden="true" />
              </Button>
            )}
          </div>
        ))}
        {goals.length < mostGoals ? (
          <Button variant="outline" className="justify-self-start" onClick={() => add("")}>
            <Plus aria-hidden="true" />
            Another goal
          </Button>
        ) : null}
        {ideas.length > 0 && room ? (
          <div className="grid gap-3 border-t pt-6">
            <p className="text-sm text-muted-foreground">
              Not sure? Others began with one of these:
            </p>
            <ul className="flex flex-wrap gap-2">
              {ideas.map((idea) => (
                <li key={idea}>
                  <Button
                    variant="secondary"
                    size="sm"
                    className="h-auto py-1.5 whitespace-normal"
                    onClick={() => add(idea)}
                  >
                    {idea}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </StepFrame>
  );
}
