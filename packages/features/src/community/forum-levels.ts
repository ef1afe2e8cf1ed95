import type { WatchLevel } from "@neothink/api/community/topics.schema";
import { Bell, BellOff, BellPlus, BellRing, Eye, type LucideIcon } from "lucide-react";

interface LevelLabel {
  readonly name: string;
  readonly description: string;
  readonly icon: LucideIcon;
}

/** The five levels of following, in words. */
export const levelLabels: Readonly<Record<WatchLevel, LevelLabel>> = {
  watch: { name: "Watching", description: "You are told of every answer.", icon: BellRing },
  watch_first: {
    name: "Watching new topics",
    description: "You are told of each new topic.",
    icon: BellPlus,
  },
  track: { name: "Tracking", description: "New answers are counted, quietly.", icon: Eye },
  normal: {
    name: "Normal",
    description: "You are told when somebody names you or replies to you.",
    icon: Bell,
  },
  mute: { name: "Muted", description: "You hear nothing, and lists leave it out.", icon: BellOff },
};
