"use client";

import type { RuleAction } from "@neothink/api/tokens/reward-rules.schema";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Switch } from "@neothink/ui/switch";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import type { ReactElement } from "react";
import { fieldError, typedWhole } from "./reward-rules-fields.ts";

/** The weights of a platform's actions. */
export function RewardRulesActions({
  actions,
  errors,
  onChange,
}: {
  actions: readonly RuleAction[];
  errors: Readonly<Record<string, readonly string[]>>;
  onChange: (actions: RuleAction[]) => void;
}): ReactElement {
  const set = (index: number, change: Partial<RuleAction>): void =>
    onChange(actions.map((action, place) => (place === index ? { ...action, ...change } : action)));
  return (
    <Table label="Weights of actions" className="min-w-[34rem]">
      <thead>
        <tr>
          <TableHead>Action</TableHead>
          <TableHead className="w-40">Weight</TableHead>
          <TableHead className="w-32">Points</TableHead>
          <TableHead className="w-24">Rewarded</TableHead>
        </tr>
      </thead>
      <tbody>
        {actions.map((action, index) => (
          <TableRow key={action.type}>
            <TableCell>
              <span className="font-medium">{action.label}</span>{" "}
              <span className="text-xs text-muted-foreground">{action.type}</span>
            </TableCell>
            <TableCell>
              <Field
                hideLabel
                label={`Weight of ${action.label}`}
                error={fieldError(errors, `actions.${index}.weight`)}
              >
                <Input
                  inputMode="decimal"
                  value={action.weight}
                  onChange={(event) => set(index, { weight: event.target.value })}
                />
              </Field>
            </TableCell>
            <TableCell>
              <Field
                hideLabel
                label={`Points of ${action.label}`}
                error={fieldError(errors, `actions.${index}.points`)}
              >
                <Input
                  type="number"
                  min={0}
                  value={Number.isNaN(action.points) ? "" : action.points}
                  onChange={(event) => set(index, { points: typedWhole(event.target.value) })}
                />
              </Field>
            </TableCell>
            <TableCell>
              <Switch
                aria-label={`${action.label} is rewarded`}
                checked={action.active}
                onCheckedChange={(active) => set(index, { active })}
              />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
