export const tokenTypes = ["LUCK", "LIVE", "LOVE", "LIFE"] as const;

/** One of the four tokens, spelled as the database spells it. */
export type TokenType = (typeof tokenTypes)[number];

/** What a member needs to know about a token. */
export interface Token {
  type: TokenType;
  /** The name as it stands in a sentence. */
  name: string;
  /** What it rewards, in a few words. */
  rewards: string;
  /** Where it comes from and what it stands for, one sentence. */
  meaning: string;
}

/** The four tokens. Colours are not here: they are the CSS variables `--token-<name>`. */
export const tokens = {
  LUCK: {
    type: "LUCK",
    name: "LUCK",
    rewards: "the whole path",
    meaning: "Earned in the Hub, where prosperity, happiness and longevity meet.",
  },
  LIVE: {
    type: "LIVE",
    name: "LIVE",
    rewards: "prosperity",
    meaning: "Earned among Ascenders, for creating value and building a business.",
  },
  LOVE: {
    type: "LOVE",
    name: "LOVE",
    rewards: "happiness",
    meaning: "Earned among Neothinkers, for learning, thinking and teaching.",
  },
  LIFE: {
    type: "LIFE",
    name: "LIFE",
    rewards: "longevity",
    meaning: "Earned among Immortals, for health and a longer life.",
  },
} as const satisfies Record<TokenType, Token>;

/** True when the text names one of the four tokens in capitals. */
export function isTokenType(value: string): value is TokenType {
  return tokenTypes.some((type) => type === value);
}
