import { useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

/** Calls `open` on `/` outside of text, and on Ctrl or Cmd with K anywhere. */
export function useSearchKeys(open: () => void): void {
  // The outside system is the keyboard.
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const slash = plain && event.key === "/" && !isTyping(event.target);
      if ((command || slash) && !event.defaultPrevented) {
        event.preventDefault();
        open();
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
}
