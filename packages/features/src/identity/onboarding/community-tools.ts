/** What each tool of a community is, for choosing. */
export const communityTools: Readonly<Record<string, { title: string; text: string }>> = {
  forums: { title: "Forums", text: "Longer conversations by topic, to come back to." },
  connections: { title: "Connections", text: "Get to know members of the other communities." },
  groups: { title: "Groups", text: "Small circles around one interest." },
  networking: { title: "Networking", text: "Meet people who build what goes with yours." },
  masterminds: {
    title: "Masterminds",
    text: "Five people who keep each other moving, week by week.",
  },
  partnerships: { title: "Partnerships", text: "Find somebody for what you cannot do alone." },
  think_tanks: { title: "Think tanks", text: "One hard question, worked on together." },
  study_groups: { title: "Study groups", text: "Read and learn at the same pace with others." },
  mentorship: { title: "Mentorship", text: "Ask somebody who is a few steps ahead." },
  health_circles: { title: "Health circles", text: "A small group that shares a practice." },
  accountability: { title: "Accountability", text: "A partner who asks whether you did it." },
  challenges: { title: "Challenges", text: "A shared aim over some weeks." },
};
