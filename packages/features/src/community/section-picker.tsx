"use client";

import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";

/** Chooses the section of the platform that a post belongs to. */
export function SectionPicker({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}): ReactElement {
  const name = brand.sections.find(({ slug }) => slug === value)?.name ?? "No section";
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm" aria-label={`Section: ${name}. Change`}>
          {name}
          <ChevronDown aria-hidden="true" className="text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuItem onSelect={() => onChange(null)}>No section</DropdownMenuItem>
        {brand.sections.map((section) => (
          <DropdownMenuItem key={section.slug} onSelect={() => onChange(section.slug)}>
            {section.name}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
