/** A form that saves by itself, as the line sees it. */
export interface Saver {
  /** Sends what is not saved yet. False when there is nothing to send. */
  readonly send: () => boolean;
  /** Whether fields hold what is not saved, also what was refused. */
  readonly holdsUnsaved: () => boolean;
}

/**
 * The forms of a page save one after another: each save makes the version that the next one changes, so a form that
 * was sent while another is on its way would go with a version that is no more.
 */
export class SaveLine {
  readonly #forms = new Set<Saver>();
  readonly #waiting = new Set<Saver>();
  #sending: Saver | null = null;
  #allStored = true;
  readonly #changed: (busy: boolean) => void;

  /** `changed` is told whenever a save has begun or ended. */
  constructor(changed: (busy: boolean) => void) {
    this.#changed = changed;
  }

  /** Whether anything is on its way or waits for its turn. */
  get busy(): boolean {
    return this.#sending !== null;
  }

  /** Whether all that was sent since the line was last empty has been stored. */
  get allStored(): boolean {
    return this.#allStored;
  }

  /** Gives back how to leave. */
  join(form: Saver): () => void {
    this.#forms.add(form);
    return () => {
      this.#forms.delete(form);
      this.#waiting.delete(form);
      this.answered(form);
    };
  }

  /** The form is sent as soon as it is its turn, with what it holds then. */
  request(form: Saver): void {
    this.#begin();
    this.#waiting.add(form);
    this.#next();
  }

  /** What the form sent has been answered, and the answer is on the page. */
  answered(form: Saver, stored = true): void {
    if (this.#sending !== form) return;
    this.#sending = null;
    if (!stored) this.#allStored = false;
    this.#next();
  }

  /** Sends all that is not saved yet, also what is still being typed. Says whether anything is on its way. */
  flush(): boolean {
    this.#begin();
    for (const form of this.#forms) this.#waiting.add(form);
    this.#next();
    return this.busy;
  }

  holdsUnsaved(): boolean {
    return [...this.#forms].some((form) => form.holdsUnsaved());
  }

  #begin(): void {
    if (!this.busy) this.#allStored = true;
  }

  #next(): void {
    while (this.#sending === null) {
      const [form] = this.#waiting;
      if (form === undefined) break;
      this.#waiting.delete(form);
      if (form.send()) this.#sending = form;
    }
    this.#changed(this.busy);
  }
}
