"use client";

import { Check } from "lucide-react";
import * as Menu from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

export const DropdownMenu = Menu.Root;
export const DropdownMenuTrigger = Menu.Trigger;
export const DropdownMenuGroup = Menu.Group;
export const DropdownMenuRadioGroup = Menu.RadioGroup;

const itemClasses =
  "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm select-none data-disabled:opacity-50 data-highlighted:bg-accent data-highlighted:outline-none [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

/** The open menu. */
export function DropdownMenuContent({
  className,
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Menu.Content>): ReactElement {
  return (
    <Menu.Portal>
      <Menu.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          "z-50 min-w-48 origin-(--radix-dropdown-menu-content-transform-origin) overflow-hidden rounded-lg border bg-popover p-1.5 text-popover-foreground shadow-lg",
          "data-[state=closed]:animate-leave data-[state=open]:animate-enter",
          className,
        )}
        {...props}
      />
    </Menu.Portal>
  );
}

/** One action of a menu. */
export function DropdownMenuItem({
  className,
  destructive = false,
  ...props
}: ComponentProps<typeof Menu.Item> & { destructive?: boolean }): ReactElement {
  return (
    <Menu.Item
      className={cn(
        itemClasses,
        destructive &&
          "text-destructive data-highlighted:bg-destructive-soft [&_svg]:text-destructive",
        className,
      )}
      {...props}
    />
  );
}

/** One choice of several in a menu. */
export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Menu.RadioItem>): ReactElement {
  return (
    <Menu.RadioItem className={cn(itemClasses, "pr-9", className)} {...props}>
      {children}
      <Menu.ItemIndicator className="absolute right-4">
        <Check aria-hidden="true" />
      </Menu.ItemIndicator>
    </Menu.RadioItem>
  );
}

export function DropdownMenuLabel({
  className,
  ...props
}: ComponentProps<typeof Menu.Label>): ReactElement {
  return (
    <Menu.Label
      className={cn("px-2.5 py-1.5 text-xs font-medium text-muted-foreground", className)}
      {...props}
    />
  );
}

export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof Menu.Separator>): ReactElement {
  return <Menu.Separator className={cn("-mx-1.5 my-1.5 h-px bg-border", className)} {...props} />;
}
