"use client";

import { Moon, Sun } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu.tsx";
import { ThemeChoices } from "./theme-choices.tsx";

/** Chooses light, dark or the system's theme. */
export function ThemeToggle({ className }: { className?: string }): ReactElement {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Theme" className={className}>
          <Sun aria-hidden="true" className="dark:hidden" />
          <Moon aria-hidden="true" className="hidden dark:block" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="min-w-36">
        <ThemeChoices />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
