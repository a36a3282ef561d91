import * as tls from "node:tls";

/** Node >= 22.15: https://nodejs.org/api/tls.html#tlsgetcacertificatestype */
interface WithCertificates {
  readonly getCACertificates?: (type: "default" | "system") => string[];
}

/**
 * The authorities that a server's certificate may come from: those of Node, with `NODE_EXTRA_CA_CERTS`, and those of the
 * operating system.
 * @returns undefined for those of Node alone, where the system's cannot be read
 */
export function trustedAuthorities(): string[] | undefined {
  const { getCACertificates } = tls as WithCertificates;
  try {
    return getCACertificates && [...getCACertificates("default"), ...getCACertificates("system")];
  } catch {
    return undefined;
  }
}
