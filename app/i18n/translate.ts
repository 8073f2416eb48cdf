import type { Fault } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { MessageKey, Messages } from "#app/i18n/messages.ts";

export type MessageParameters = Readonly<Record<string, string | number>>;

/**
 * Texts of one language. `{name}` in a text is replaced by the parameter; a `count` chooses between `_one` and
 * `_other`. Forty lines of our own because a translation library would take a seventh of the script budget of a page.
 */
export interface Translate {
  (key: MessageKey, parameters?: MessageParameters): string;
  readonly language: Language;
  /** Words of a fault, `faults.<code>`; an unknown code shows as itself, never as nothing. */
  readonly fault: (fault: Fault) => string;
  /** For a key made of data, such as a label of the engine: its text, or the last part of the key. */
  readonly named: (key: string, parameters?: MessageParameters) => string;
}

export function createTranslate(language: Language, messages: Messages): Translate {
  const plural = new Intl.PluralRules(language);
  const translate = (key: string, parameters: MessageParameters = {}): string => {
    const form = typeof parameters.count === "number" ? plural.select(parameters.count) : "other";
    const text =
      find(messages, key) ?? find(messages, `${key}_${form}`) ?? find(messages, `${key}_other`) ?? key;
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(parameters[name] ?? hole));
  };
  const named = (key: string, parameters?: MessageParameters) => {
    const text = translate(key, parameters);
    return text === key ? (key.split(".").at(-1) ?? key) : text;
  };
  const fault = ({ code, place, params }: Fault) => {
    const key = `faults.${code}`;
    const words = { ...place, ...params };
    // A fault holds a stage's code; a page has words for it.
    const stage = "stage" in words ? { stage: named(`common.stage.${words.stage}`) } : {};
    // It holds a limit as bytes.
    const limit = "bytes" in words ? { bytes: sizeOf(Number(words.bytes)) } : {};
    const text = translate(key, { ...words, ...stage, ...limit });
    return text === key ? code : text;
  };
  return Object.assign(translate, { language, fault, named });
}

/** Units are written alike in both languages, and so is a whole number below a thousand. A limit is never rounded up. */
const sizeOf = (bytes: number): string =>
  bytes < 1_000_000_000
    ? `${Math.floor(bytes / 1_000_000)}\u00a0MB`
    : `${Math.floor(bytes / 1_000_000_000)}\u00a0GB`;

function find(messages: Messages, key: string): string | undefined {
  let node: unknown = messages;
  for (const part of key.split(".")) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === "string" ? node : undefined;
}
