/** Limits of requests. */
export const networkLimits = {
  /** milliseconds until a connection is encrypted */
  connect: 15_000,
  /** milliseconds until an answer is complete, redirects included; large events take a server half a minute */
  whole: 120_000,
  /** bytes of an answer after decompression; an event of 200 contributions has 350 kB */
  answerBytes: 20_000_000,
  redirects: 5,
} as const;

export type NetworkLimits = { readonly [name in keyof typeof networkLimits]: number };
