"use client";

import { altLength } from "@neothink/api/community/images.schema";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { type ReactElement, useEffect, useRef, useState } from "react";

/** Asks what a picture shows, for those who cannot see it, before it is put into a text. */
export function PictureDialog({
  picture,
  pending,
  onAdd,
  onClose,
}: {
  picture: Blob | null;
  pending: boolean;
  onAdd: (alt: string) => void;
  onClose: () => void;
}): ReactElement {
  return (
    <Dialog open={picture !== null} onOpenChange={(open) => open || onClose()}>
      {picture ? (
        <DialogContent>
          <DialogHeader>
            <DialogTitle>Describe the picture</DialogTitle>
            <DialogDescription>
              Members who cannot see it hear your words instead. Say what matters in it.
            </DialogDescription>
          </DialogHeader>
          <PictureForm picture={picture} pending={pending} onAdd={onAdd} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function PictureForm({
  picture,
  pending,
  onAdd,
}: {
  picture: Blob;
  pending: boolean;
  onAdd: (alt: string) => void;
}): ReactElement {
  const [alt, setAlt] = useState("");
  const shown = useRef<HTMLCanvasElement>(null);

  // The outside system is the browser's decoder; a canvas needs no address that a policy must allow.
  useEffect(() => {
    let gone = false;
    void createImageBitmap(picture).then((bitmap) => {
      const canvas = shown.current;
      if (canvas && !gone) {
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
    });
    return () => {
      gone = true;
    };
  }, [picture]);

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // The dialog stands inside another form.
        event.stopPropagation();
        onAdd(alt.trim());
      }}
    >
      <div aria-hidden="true" className="grid place-items-center">
        <canvas ref={shown} className="max-h-56 max-w-full rounded-md" />
      </div>
      <Field label="What does it show?" hint="Leave it empty only for mere decoration.">
        <Input
          autoFocus
          value={alt}
          maxLength={altLength}
          onChange={(event) => setAlt(event.target.value)}
        />
      </Field>
      <DialogFooter>
        {alt.trim() === "" ? (
          <Button type="submit" variant="outline" aria-disabled={pending || undefined}>
            It is only decoration
          </Button>
        ) : null}
        <SubmitButton pending={pending} disabled={alt.trim() === ""}>
          Add picture
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
