import type { Diagnostic } from "vscode-languageserver-types";
import type { Agenda } from "../../core/agenda/agenda";
import { type Drift, driftOf } from "../../core/agenda/update/drift";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { toDiagnostic } from "../../features/diagnostics/diagnostics";
import type { View } from "../../features/shared/view";
import { rangeMover } from "./movedRange";
import type { Change } from "./typedAfter";

/** Milliseconds without an edit after which a file is compared again. */
const minDelay = 500;
/** Milliseconds of the last comparison up to which a file is compared again as soon as its fixes are asked for. */
const maxOnDemand = 100;
/** The delay, in durations of the last comparison: the longer one takes, the rarer it is. */
const delayFactor = 20;

interface Compared {
  readonly agenda: Agenda;
  readonly document: MeetingDocument;
  readonly drift: Drift;
  /** of the last comparison, with the ranges after the edits since; its severity is that of the default */
  readonly diagnostics: readonly Diagnostic[];
  /** milliseconds */
  readonly duration: number;
}

/** How the open files differ from the agendas that they are compared with, until a file is closed or its agenda forgotten. */
export class AgendaDrift {
  readonly #viewOf: (uri: string) => Promise<View | undefined>;
  readonly #onChange: (uri: string) => void;
  readonly #onError: (error: unknown) => void;
  readonly #compared = new Map<string, Compared>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /**
   * @param viewOf resolves once the file is read
   * @param onChange called after a file was compared again
   */
  constructor(
    viewOf: (uri: string) => Promise<View | undefined>,
    onChange: (uri: string) => void,
    onError: (error: unknown) => void,
  ) {
    this.#viewOf = viewOf;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** Compares a file with an agenda, then again after each pause in edits. */
  compare(view: View, agenda: Agenda): Drift {
    clearTimeout(this.#timers.get(view.uri));
    const started = performance.now();
    const drift = driftOf(view.document, agenda);
    const diagnostics = drift.findings.map((finding) => toDiagnostic(finding, view, {}));
    const duration = performance.now() - started;
    this.#compared.set(view.uri, { agenda, document: view.document, drift, diagnostics, duration });
    return drift;
  }

  /** @returns false if the file is not compared */
  forget(uri: string): boolean {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    return this.#compared.delete(uri);
  }

  /** The file was edited: the diagnostics move, and the file is compared again after a pause. */
  changed(uri: string, changes: readonly Change[]): void {
    const compared = this.#compared.get(uri);
    if (!compared) return;
    this.#compared.set(uri, { ...compared, diagnostics: movedDiagnostics(compared.diagnostics, changes) });
    clearTimeout(this.#timers.get(uri));
    const delay = Math.max(minDelay, delayFactor * compared.duration);
    this.#timers.set(uri, setTimeout(() => void this.#compareAgain(uri), delay).unref());
  }

  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#compared.get(uri)?.diagnostics ?? [];
  }

  /** The differences in this version of a file; undefined if it is not compared, or will be after a pause. */
  driftIn(view: View): Drift | undefined {
    const compared = this.#compared.get(view.uri);
    if (!compared || compared.document === view.document) return compared?.drift;
    if (compared.duration > maxOnDemand) return undefined;
    return this.#compareNow(view, compared.agenda);
  }

  #compareNow(view: View, agenda: Agenda): Drift {
    const drift = this.compare(view, agenda);
    this.#onChange(view.uri);
    return drift;
  }

  async #compareAgain(uri: string): Promise<void> {
    try {
      const view = await this.#viewOf(uri);
      const agenda = this.#compared.get(uri)?.agenda;
      if (view && agenda) this.#compareNow(view, agenda);
    } catch (error) {
      this.#onError(error);
    }
  }
}

function movedDiagnostics(
  diagnostics: readonly Diagnostic[],
  changes: readonly Change[],
): readonly Diagnostic[] {
  return changes.reduce((shown, change) => {
    const move = rangeMover(change);
    return move ? shown.map((diagnostic) => ({ ...diagnostic, range: move(diagnostic.range) })) : [];
  }, diagnostics);
}
