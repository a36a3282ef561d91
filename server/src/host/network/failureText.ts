/** Failures of connections, each as one sentence that names the host. */

const closed = "closed the connection before its answer was complete";
const unreachable = "cannot be reached; is this machine on the network?";
const unknownAuthority =
  "has a certificate of an unknown authority; NODE_EXTRA_CA_CERTS can name a file with the certificate of the authority";

/** What the host does or is, by the code of the error, which is one of the system, of TLS or of Node's HTTP parser. */
const texts: Readonly<Record<string, string>> = {
  ENOTFOUND: "is not a known host",
  EAI_AGAIN: "cannot be looked up; is this machine on the network?",
  ECONNREFUSED: "refuses the connection",
  ECONNRESET: closed,
  EPIPE: closed,
  ERR_STREAM_PREMATURE_CLOSE: closed,
  Z_BUF_ERROR: closed,
  Z_DATA_ERROR: "sent an answer whose compression is damaged",
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  CERT_NOT_YET_VALID: "has a certificate that is not valid yet; is the clock of this machine right?",
  CERT_REVOKED: "has a certificate that was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another host",
  EPROTO: "does not answer in HTTPS",
};

/** @param host with its port, or `the proxy …` */
export function failureText(error: unknown, host: string): string {
  const code = codeOf(error);
  const text = texts[code] ?? (/^ERR_SSL_/.test(code) ? texts.EPROTO : undefined);
  if (text !== undefined) return `${host} ${text}`;
  if (/^HPE_/.test(code)) return `${host} does not answer in HTTP`;
  return `the connection to ${host} failed${code === "" ? "" : ` (${code})`}`;
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : "";
}
