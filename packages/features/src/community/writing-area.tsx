"use client";

import type { AddPicture } from "@neothink/api/community/images.schema";
import type { Visibility } from "@neothink/api/community/posts.schema";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Textarea } from "@neothink/ui/textarea";
import { Tooltip } from "@neothink/ui/tooltip";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { ImagePlus } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactElement,
  useDeferredValue,
  useId,
  useRef,
  useState,
} from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type Mentionable, MentionList } from "./mention-list.tsx";
import { nameBefore, type People, toStored, toTyped, typedName } from "./mention-text.ts";
import { PictureDialog } from "./picture-dialog.tsx";
import { usePicture } from "./use-picture.ts";

interface Props {
  /** The text as it is stored. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Who will read it: only they are offered after an at sign. */
  audience: Visibility;
  /** What is being written, under the id that it will have. */
  attachTo: () => AddPicture["attachTo"];
  placeholder?: string;
  maxLength: number;
  autoFocus?: boolean;
  className?: string;
}

/** Where members write: names are offered after an at sign, pictures come by paste, drop or choice. */
export function WritingArea({
  value,
  onChange,
  onBlur,
  audience,
  attachTo,
  placeholder,
  maxLength,
  autoFocus,
  className,
}: Props): ReactElement {
  const api = useTRPC();
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const known = useRef<Map<string, string>>(new Map());
  const listId = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [over, setOver] = useState(false);
  const { people, text } = toTyped(value);
  const everybody: People = new Map([...known.current, ...people]);
  const name = useDeferredValue(asked);
  const offered = useQuery(
    api.community.mentions.list.queryOptions(name ? { name, audience } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const members = asked === null ? [] : (offered.data ?? []);

  function write(typed: string, caret: number): void {
    onChange(toStored(typed, everybody));
    setAsked(nameBefore(typed, caret));
    setActive(0);
  }

  /** Puts words in place of what is selected, or of the last `back` characters, and goes on behind them. */
  function insert(words: string, back = 0): void {
    const { current } = box;
    const end = current?.selectionEnd ?? text.length;
    const start = back > 0 ? end - back : (current?.selectionStart ?? end);
    const typed = text.slice(0, start) + words + text.slice(end);
    onChange(toStored(typed, new Map([...known.current, ...people])));
    setAsked(null);
    // The caret can move only once the new text stands in the page.
    requestAnimationFrame(() => {
      current?.focus();
      current?.setSelectionRange(start + words.length, start + words.length);
    });
  }

  function choose(member: Mentionable): void {
    const typed = typedName(member.name, member.id, everybody);
    known.current.set(typed, member.id);
    insert(`@${typed} `, (asked?.length ?? 0) + 1);
  }

  const picture = usePicture(attachTo, (markdown) => insert(`${markdown}\n`));

  function byKey(event: KeyboardEvent): void {
    const chosen = members[active];
    if (!chosen) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : members.length - 1;
      setActive((active + step) % members.length);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      choose(chosen);
    } else if (event.key === "Escape") {
      setAsked(null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const open = members.length > 0;
  return (
    <div className="relative grid">
      <Textarea
        ref={box}
        value={text}
        placeholder={placeholder}
        maxLength={maxLength}
        autoFocus={autoFocus}
        className={cn("pb-11", over && "border-ring bg-accent", className)}
        aria-autocomplete="list"
        {...(open
          ? { "aria-controls": listId, "aria-activedescendant": `${listId}-${active}` }
          : {})}
        onChange={(event) => write(event.target.value, event.target.selectionEnd)}
        onKeyDown={byKey}
        onBlur={() => {
          setAsked(null);
          onBlur?.();
        }}
        onPaste={(event) => picture.take(event.clipboardData.files) && event.preventDefault()}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes("Files")) {
            event.preventDefault();
            setOver(true);
          }
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          if (picture.take(event.dataTransfer.files)) {
            event.preventDefault();
          }
        }}
      />
      <div className="absolute right-1.5 bottom-1.5">
        <Tooltip label="Add a picture; paste and drop work, too">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Add a picture"
            className="text-muted-foreground"
            onClick={() => chooser.current?.click()}
          >
            <ImagePlus aria-hidden="true" />
          </Button>
        </Tooltip>
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            picture.take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      {open ? (
        <MentionList id={listId} members={members} active={active} onChoose={choose} />
      ) : null}
      <span aria-live="polite" className="sr-only">
        {open ? `${members.length} members found. Use the arrow keys.` : ""}
      </span>
      <PictureDialog
        picture={picture.waiting}
        pending={picture.pending}
        onAdd={picture.add}
        onClose={picture.drop}
      />
    </div>
  );
}
