/** The frame that every text control shares. */
export const controlClasses: string = [
  "w-full rounded-md border border-input bg-card text-foreground shadow-xs",
  "placeholder:text-muted-foreground transition-[border-color,box-shadow] duration-150",
  "hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0",
  "disabled:cursor-not-allowed disabled:opacity-60 [&[readonly]]:bg-muted",
  "aria-invalid:border-destructive aria-invalid:focus-visible:outline-destructive",
].join(" ");
