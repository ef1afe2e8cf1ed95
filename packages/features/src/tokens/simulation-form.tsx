"use client";

import type { SimulationParameters } from "@neothink/api/tokens/simulation.schema";
import { type Scenario, scenarios } from "@neothink/api/tokens/simulation-scenarios.schema";
import { type PlatformSlug, platformSlugs, platforms } from "@neothink/brand/platforms";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactElement, useState } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { fieldError, typedWhole } from "./reward-rules-fields.ts";
import type { VersionedRules } from "./reward-rules-query.ts";
import { SimulationRules } from "./simulation-rules.tsx";

type Sites = SimulationParameters["sites"];
type Numbers = Pick<SimulationParameters, "seed" | "members" | "days" | "joinDays">;

const numberFields: readonly { name: keyof Numbers; label: string; hint: string }[] = [
  { name: "members", label: "Members", hint: "Up to 20,000." },
  { name: "days", label: "Days", hint: "Up to 1,000." },
  { name: "joinDays", label: "Days in which they join", hint: "1 for all at once." },
  { name: "seed", label: "Seed", hint: "The same seed gives the same run." },
];

function inForce(rules: readonly VersionedRules[]): Sites | null {
  const found = (slug: PlatformSlug) => rules.find(({ site }) => site === slug);
  const [hub, ascenders, neothinkers, immortals] = platformSlugs.map(found);
  return hub && ascenders && neothinkers && immortals
    ? { hub, ascenders, neothinkers, immortals }
    : null;
}

/** Choose a scenario, change what you like, and run it. */
export function SimulationForm({
  rules,
}: {
  rules: readonly VersionedRules[];
}): ReactElement | null {
  const api = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const [usual] = scenarios;
  const [scenario, setScenario] = useState<Scenario | undefined>(usual);
  const [numbers, setNumbers] = useState<Numbers>(() => numbersOf(usual));
  const [sites, setSites] = useState<Sites | null>(() => inForce(rules));
  const start = useMutation(
    api.tokens.simulations.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await cache.invalidateQueries({ queryKey: api.tokens.simulations.list.queryKey() });
        router.push(`/admin/simulator?run=${id}`);
      },
    }),
  );
  if (!scenario || !sites) {
    return null;
  }
  const refused = start.error ? apiFailure(start.error) : null;
  const { premiumShare, superachieverShare, behaviour } = scenario;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate({
          scenarioName: scenario.name,
          parameters: { ...numbers, premiumShare, superachieverShare, behaviour, sites },
        });
      }}
    >
      <Card>
        <CardHeader>
          <CardTitle>New run</CardTitle>
          <CardDescription>{scenario.purpose}</CardDescription>
        </CardHeader>
        <CardContent className="grid grid-cols-1 gap-6">
          <div className="grid items-start gap-5 sm:grid-cols-2 xl:grid-cols-5">
            <Field label="Scenario">
              <NativeSelect
                value={scenario.name}
                onChange={({ target }) => {
                  const chosen = scenarios.find(({ name }) => name === target.value);
                  setScenario(chosen);
                  setNumbers({ ...numbersOf(chosen), seed: numbers.seed });
                }}
              >
                {scenarios.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </NativeSelect>
            </Field>
            {numberFields.map(({ name, label, hint }) => (
              <Field
                key={name}
                label={label}
                hint={hint}
                error={refused ? fieldError(refused.fields, `parameters.${name}`) : undefined}
              >
                <Input
                  type="number"
                  min={0}
                  value={Number.isNaN(numbers[name]) ? "" : numbers[name]}
                  onChange={({ target }) =>
                    setNumbers({ ...numbers, [name]: typedWhole(target.value) })
                  }
                />
              </Field>
            ))}
          </div>
          <details className="group rounded-lg border">
            <summary className="cursor-pointer rounded-lg px-4 py-3 text-sm font-medium">
              Change the rules for this run
            </summary>
            <div className="grid grid-cols-1 gap-6 border-t p-4">
              {platformSlugs.map((slug) => (
                <SimulationRules
                  key={slug}
                  name={platforms[slug].name}
                  rules={sites[slug]}
                  onChange={(changed) => setSites({ ...sites, [slug]: changed })}
                />
              ))}
              <div>
                <Button variant="outline" size="sm" onClick={() => setSites(inForce(rules))}>
                  Back to the rules in force
                </Button>
              </div>
            </div>
          </details>
          {refused ? (
            <Alert tone="error" title="The run did not start">
              {Object.values(refused.fields)[0]?.[0] ?? refused.message}
            </Alert>
          ) : null}
          <div>
            <Button type="submit" disabled={start.isPending}>
              {start.isPending ? "Starting" : "Run the simulation"}
            </Button>
          </div>
        </CardContent>
      </Card>
    </form>
  );
}

function numbersOf(scenario: Scenario | undefined): Numbers {
  return {
    members: scenario?.members ?? 1000,
    days: scenario?.days ?? 180,
    joinDays: scenario?.joinDays ?? 30,
    seed: 1,
  };
}
