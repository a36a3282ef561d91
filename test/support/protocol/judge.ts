/** Finds the errors in a message of the server, by the protocol's meta-model. */
import { Ajv, type ValidateFunction } from "ajv";
import { type MetaModel, type Method, type ProtocolVersion, readMetaModel, type Type } from "./metaModel";
import { definitionsOf, type Schema, schemaOf } from "./schemas";

/** A message as it came: nothing is known of it yet. */
export type Message = Readonly<Record<string, unknown>>;

const id = { type: ["string", "integer"] };
const envelopes: Readonly<Record<"request" | "notification" | "result" | "error", Schema>> = {
  request: envelope({ id, method: { type: "string" }, params: {} }, ["id", "method"]),
  notification: envelope({ method: { type: "string" }, params: {} }, ["method"]),
  result: envelope({ id, result: {} }, ["id", "result"]),
  error: envelope(
    {
      id: { type: ["string", "integer", "null"] },
      error: {
        type: "object",
        properties: { code: { type: "integer" }, message: { type: "string" }, data: {} },
        required: ["code", "message"],
        additionalProperties: false,
      },
    },
    ["id", "error"],
  ),
};

function envelope(properties: Schema, required: readonly string[]): Schema {
  return {
    type: "object",
    properties: { jsonrpc: { const: "2.0" }, ...properties },
    required: ["jsonrpc", ...required],
    additionalProperties: false,
  };
}

export class MessageValidator {
  readonly #model: MetaModel;
  readonly #ajv = new Ajv({ allErrors: true, strict: false });
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(version: ProtocolVersion) {
    this.#model = readMetaModel(version);
    this.#definitions = definitionsOf(this.#model);
  }

  /**
   * @param answered the method of the request, where the message is a response to one
   * @returns a line for each thing that is wrong
   */
  faults(message: Message, answered: string | undefined): readonly string[] {
    if ("error" in message) return this.#check(message, envelopes.error, "an error");
    if ("id" in message && !("method" in message)) return this.#response(message, answered);
    const kind = "id" in message ? "request" : "notification";
    return [...this.#check(message, envelopes[kind], `a ${kind}`), ...this.#call(message, kind)];
  }

  #response(message: Message, answered: string | undefined): readonly string[] {
    const outside = this.#check(message, envelopes.result, "a response");
    if (answered === undefined)
      return [...outside, `a response to no request: ${JSON.stringify(message.id)}`];
    const request = this.#model.requests.find(({ method }) => method === answered);
    if (!request)
      return isServerSpecific(answered) ? outside : [...outside, `${answered} is no method of the protocol`];
    return [...outside, ...this.#ofType(message.result, request.result, `the result of ${answered}`)];
  }

  #call(message: Message, kind: "request" | "notification"): readonly string[] {
    const name = String(message.method);
    const methods: readonly Method[] = kind === "request" ? this.#model.requests : this.#model.notifications;
    const method = methods.find((candidate) => candidate.method === name);
    if (!method) return isServerSpecific(name) ? [] : [`${name} is no ${kind} of the protocol`];
    const direction = method.messageDirection === "clientToServer" ? [`${name} is for clients to send`] : [];
    const params = method.params
      ? this.#ofType(message.params, method.params, `the params of ${name}`)
      : message.params === undefined
        ? []
        : [`${name} has no params`];
    return [...direction, ...params, ...this.#registrations(name, message.params)];
  }

  /** What the protocol leaves free in a registration, the registered method does not. */
  #registrations(name: string, params: unknown): readonly string[] {
    if (name !== "client/registerCapability") return [];
    const { registrations } = params as { registrations: readonly Record<string, unknown>[] };
    return registrations.flatMap(({ method, registerOptions }) => {
      const methods = [...this.#model.requests, ...this.#model.notifications];
      const found = methods.find((known) => (known.registrationMethod ?? known.method) === method);
      if (!found) return [`${String(method)} cannot be registered`];
      return found.registrationOptions
        ? this.#ofType(registerOptions, found.registrationOptions, `the registration of ${String(method)}`)
        : [];
    });
  }

  #ofType(value: unknown, type: Type, what: string): readonly string[] {
    return this.#check(value, { ...schemaOf(type, this.#model), definitions: this.#definitions }, what);
  }

  #check(value: unknown, schema: Schema, what: string): readonly string[] {
    const validate = this.#compiled.get(what) ?? this.#ajv.compile(schema);
    this.#compiled.set(what, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${what}${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
    );
  }
}

/** The server's own requests and notifications, of which the protocol knows nothing. */
function isServerSpecific(method: string): boolean {
  return method.startsWith("wlcgNotes/");
}
