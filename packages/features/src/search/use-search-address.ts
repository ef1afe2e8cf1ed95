import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { parseSearchAddress, searchAddress } from "./search-address.ts";
import type { SearchChoice } from "./search-options.ts";

/**
 * The search of the address line, and a way to write it there without loading the page again. What
 * arrives in the address from elsewhere, such as a link to another search, goes to `onArrive`.
 */
export function useSearchAddress(
  onArrive: (choice: SearchChoice) => void,
): readonly [SearchChoice, (choice: SearchChoice) => void] {
  const choice = parseSearchAddress(Object.fromEntries(useSearchParams()));
  const here = searchAddress(choice);
  const seen = useRef(here);
  // Own writings that have yet to come back; the router may bring them late or leave some out.
  const written = useRef<string[]>([]);
  const arrive = useRef(onArrive);
  arrive.current = onArrive;

  // The outside system is the address line.
  useEffect(() => {
    if (seen.current === here) {
      return;
    }
    seen.current = here;
    const own = written.current.indexOf(here);
    written.current.splice(0, own + 1);
    if (own === -1) {
      arrive.current(parseSearchAddress(Object.fromEntries(new URLSearchParams(location.search))));
    }
  }, [here]);

  const write = useCallback((next: SearchChoice) => {
    const address = searchAddress(next);
    const latest = written.current.at(-1) ?? seen.current;
    if (address !== latest && location.pathname === "/search") {
      written.current.push(address);
      // Replacing, not pushing: Back leaves the search.
      window.history.replaceState(null, "", address);
    }
  }, []);
  return [choice, write];
}
