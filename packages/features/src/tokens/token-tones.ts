import type { TokenType } from "@neothink/brand/tokens";

/** Text colour of each token, readable on the page and on its soft colour. */
export const tokenText: Readonly<Record<TokenType, string>> = {
  LUCK: "text-token-luck",
  LIVE: "text-token-live",
  LOVE: "text-token-love",
  LIFE: "text-token-life",
};

/** Soft surface of each token with its text colour. */
export const tokenSoft: Readonly<Record<TokenType, string>> = {
  LUCK: "bg-token-luck-soft text-token-luck",
  LIVE: "bg-token-live-soft text-token-live",
  LOVE: "bg-token-love-soft text-token-love",
  LIFE: "bg-token-life-soft text-token-life",
};
