/** Somebody to sign in as in the demo data. */
export type DemoAccount = {
  role: "member" | "editor" | "operator" | "strategist";
  email: string;
  name: string;
  /** What this person is there to show, for the summary of a start. */
  shows: string;
};

/** The one password of all demo accounts. Demo data is only ever loaded where nothing else is kept. */
export const demoPassword = "Quiet-Harbour-42";

/** The accounts that a start prints; the demo data makes them, and more people around them. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    role: "member",
    email: "member@neothink.local",
    name: "Mara Lindqvist",
    shows: "what a member of every platform sees",
  },
  {
    role: "editor",
    email: "editor@neothink.local",
    name: "Edwin Okafor",
    shows: "writes and publishes content",
  },
  {
    role: "operator",
    email: "operator@neothink.local",
    name: "Odile Marchetti",
    shows: "runs the platforms",
  },
  {
    role: "strategist",
    email: "strategist@neothink.local",
    name: "Stellan Haraldsen",
    shows: "coaches members",
  },
];
