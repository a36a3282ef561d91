import Mustache from "mustache";
import { formOf } from "./templateValues";

/**
 * The data that names in a template refer to. The library also finds inherited members, and calls those that are functions;
 * here a name finds own members only, and nothing is called.
 */
export class TemplateContext extends Mustache.Context {
  readonly #data: unknown;
  readonly #outer: TemplateContext | undefined;

  constructor(data: unknown, outer?: TemplateContext) {
    super(data, outer);
    this.#data = data;
    this.#outer = outer;
  }

  override push(data: unknown): TemplateContext {
    return new TemplateContext(data, this);
  }

  /** @returns the value of a name, or of a path such as `meeting.title`, in the nearest section that has it */
  override lookup(name: string): unknown {
    if (name === ".") return this.#data;
    const path = name.split(".");
    let context: TemplateContext | undefined = this;
    while (context) {
      const value = memberAt(context.#data, path);
      if (value !== undefined) return value;
      context = context.#outer;
    }
    return undefined;
  }
}

function memberAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce(memberOf, data);
}

function memberOf(data: unknown, name: string): unknown {
  const isObject = typeof data === "object" && data !== null;
  const member = isObject && Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined;
  return member ?? (data == null ? undefined : formOf(data, name));
}
