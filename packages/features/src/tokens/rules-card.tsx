"use client";

import { brand } from "@neothink/brand/current";
import { Card } from "@neothink/ui/card";
import { formatAmount } from "@neothink/ui/format-number";
import { useQuery } from "@tanstack/react-query";
import { Decimal } from "decimal.js";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { EconomyRules } from "./wallet-query.ts";

function limitOf(rules: EconomyRules, actionType: string): number {
  return rules.limits.pairs[`${rules.defaultToken}:${actionType}`] ?? rules.limits.default;
}

/** What this app pays for what, with the figures that are in force. Closed until asked for. */
export function RulesCard(): ReactElement | null {
  const rules = useQuery(useTRPC().tokens.settings.get.queryOptions());
  if (!rules.data) {
    return null;
  }
  const { figures, actions, defaultToken } = rules.data;
  return (
    <Card>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center justify-between gap-4 rounded-xl p-4 sm:px-5 [&::-webkit-details-marker]:hidden">
          <span className="grid gap-0.5">
            <span className="text-sm font-semibold tracking-tight">How {brand.name} pays</span>
            <span className="text-sm text-muted-foreground">
              The same rules for everybody, and each award shows its sum.
            </span>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-4 shrink-0 text-muted-foreground transition-transform duration-200 group-open:rotate-180"
          />
        </summary>
        <div className="grid gap-6 border-t p-4 sm:p-5">
          <ol className="grid list-decimal gap-1.5 pl-5 text-sm leading-6 text-muted-foreground">
            <li>
              A base of {formatAmount(figures.baseReward)} {defaultToken}, times the weight of the
              action.
            </li>
            <li>Halved while you hold more than {formatAmount(figures.diminishingThreshold)}.</li>
            <li>Plus {formatAmount(figures.collabBonus)} when it was done together.</li>
            <li>
              Plus the Fibonacci number of your streak once a day, at most{" "}
              {formatAmount(figures.streakBonus)}.
            </li>
            <li>
              Times {figures.tierFactors.premium} for premium, {figures.tierFactors.superachiever}{" "}
              for superachiever.
            </li>
            <li>Up to a number of paid actions a day.</li>
          </ol>
          <div className="overflow-x-auto">
            <table className="w-full text-sm">
              <caption className="sr-only">What each action pays before bonuses</caption>
              <thead>
                <tr className="border-b text-left text-[0.8125rem] text-muted-foreground">
                  <th scope="col" className="py-2 pr-4 font-medium">
                    Action
                  </th>
                  <th scope="col" className="px-4 py-2 text-right font-medium">
                    Weight
                  </th>
                  <th scope="col" className="px-4 py-2 text-right font-medium">
                    Base
                  </th>
                  <th scope="col" className="py-2 pl-4 text-right font-medium">
                    Paid a day
                  </th>
                </tr>
              </thead>
              <tbody className="divide-y">
                {actions.map((action) => (
                  <tr key={action.actionType}>
                    <th scope="row" className="py-2.5 pr-4 text-left font-medium">
                      {action.label}
                    </th>
                    <td className="figures px-4 py-2.5 text-right text-muted-foreground">
                      {action.weight}
                    </td>
                    <td className="figures px-4 py-2.5 text-right">
                      {formatAmount(new Decimal(figures.baseReward).times(action.weight).toFixed())}
                    </td>
                    <td className="figures py-2.5 pl-4 text-right text-muted-foreground">
                      {limitOf(rules.data, action.actionType)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </details>
    </Card>
  );
}
