type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What each field of a form held at some time. */
export type FieldValues = ReadonlyMap<FormField, string>;

/** What the fields hold now. Hidden ones are the page's own and no answer of anybody's. */
export const valuesNow = (form: HTMLFormElement): FieldValues =>
  new Map(fieldsOf(form).map((field) => [field, valueIn(field)]));

/** What the fields held when the server wrote them. */
export const valuesWritten = (form: HTMLFormElement): FieldValues =>
  new Map(fieldsOf(form).map((field) => [field, valueWrittenIn(field)]));

/** Whether a field holds anything else than it did. */
export const differ = (now: FieldValues, then: FieldValues): boolean =>
  [...now].some(([field, value]) => then.get(field) !== value);

/**
 * Shows what the server has made of fields since (a sentence whose number has followed its field, what a colleague has
 * changed) in every field that nobody has changed and nobody types in. Gives back what is known to be saved: `saved`
 * with what was shown, and fields that are new on the page.
 */
export function showWritten(form: HTMLFormElement, saved: FieldValues): FieldValues {
  const fields = fieldsOf(form);
  const before = (field: FormField) => saved.get(field) ?? valueWrittenIn(field);
  // Of one choice among radio buttons, either all follow or none.
  const changed = new Set(fields.filter((field) => valueIn(field) !== before(field)).map(choiceOf));
  const known = new Map<FormField, string>();
  for (const field of fields) {
    const written = valueWrittenIn(field);
    const typedIn = isTyped(field) && field === field.ownerDocument.activeElement;
    if (!typedIn && !changed.has(choiceOf(field)) && valueIn(field) !== written) showWrittenIn(field);
    known.set(field, valueIn(field) === written ? written : before(field));
  }
  return known;
}

/** A field that two have changed: somebody on the page, and somebody else whose change the server has written. */
export interface Clash {
  readonly name: string;
  /** What the other one has written, in the words of the page. */
  readonly theirs: string;
}

/** Fields that were changed here and elsewhere since they held what is `saved`, to different ends. */
export function clashes(form: HTMLFormElement, saved: FieldValues): readonly Clash[] {
  return fieldsOf(form).flatMap((field) => {
    const [before, now, written] = [saved.get(field), valueIn(field), valueWrittenIn(field)];
    if (before === undefined || before === now || before === written || now === written) return [];
    return [{ name: field.name, theirs: wordsWrittenIn(field) }];
  });
}

/** A choice by a click, as opposed to what is typed. */
export const isMark = (field: EventTarget): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");

const isTyped = (field: FormField): field is HTMLInputElement | HTMLTextAreaElement =>
  !isMark(field) && !(field instanceof HTMLSelectElement);

const fieldsOf = (form: HTMLFormElement): FormField[] =>
  [...form.elements].filter(
    (field): field is FormField =>
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && field.type !== "hidden"),
  );

function valueIn(field: FormField): string {
  if (isMark(field)) return String(field.checked);
  if (field instanceof HTMLSelectElement) return chosen([...field.selectedOptions]);
  return field.value;
}

function valueWrittenIn(field: FormField): string {
  if (isMark(field)) return String(field.defaultChecked);
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  const written = options.filter((option) => option.defaultSelected);
  // A list of one choice without a chosen one shows its first.
  return chosen(written.length === 0 && !field.multiple ? options.slice(0, 1) : written);
}

function showWrittenIn(field: FormField): void {
  if (isMark(field)) field.checked = field.defaultChecked;
  else if (isTyped(field)) field.value = field.defaultValue;
  else for (const option of field.options) option.selected = option.defaultSelected;
}

function wordsWrittenIn(field: FormField): string {
  if (isTyped(field)) return field.defaultValue;
  if (isMark(field)) return field.labels?.[0]?.textContent ?? "";
  return [...field.options].flatMap((option) => (option.defaultSelected ? [option.label] : [])).join(", ");
}

/** Radio buttons of one name are one choice; any other field is its own. */
const choiceOf = (field: FormField): FormField | string =>
  isMark(field) && field.type === "radio" ? field.name : field;

const chosen = (options: readonly HTMLOptionElement[]) => JSON.stringify(options.map(({ value }) => value));
