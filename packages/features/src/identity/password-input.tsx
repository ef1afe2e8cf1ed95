"use client";

import { Button } from "@neothink/ui/button";
import { Input } from "@neothink/ui/input";
import { Eye, EyeOff } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";

/**
 * A password, which can be shown. It keeps what was typed when the form comes back with an error,
 * without the server ever sending it back. Stands inside a `Field`.
 */
export function PasswordInput({
  name,
  autoComplete,
  onType,
  autoFocus,
}: {
  name: string;
  autoComplete: "current-password" | "new-password";
  onType?: (value: string) => void;
  autoFocus?: boolean;
}): ReactElement {
  const [value, setValue] = useState("");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        name={name}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          onType?.(event.target.value);
        }}
        className="pr-12"
      />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={shown ? "Hide password" : "Show password"}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1.5 -translate-y-1/2 text-muted-foreground"
      >
        <Icon aria-hidden="true" />
      </Button>
    </div>
  );
}
