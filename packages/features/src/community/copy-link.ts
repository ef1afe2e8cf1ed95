import { toastError, toastSuccess } from "@neothink/ui/toast";

/** Copies the full address of a path of this app and says so. */
export async function copyLink(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${location.origin}${path}`);
    toastSuccess("Link copied");
  } catch {
    toastError("The link was not copied", { detail: "Your browser did not allow it." });
  }
}
