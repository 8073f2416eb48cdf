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
 * Shows what the server has made of texts since (a sentence whose number has followed its field) in every field that
 * nobody has changed and nobody is in. Gives back what is known to be saved: `saved` with what was shown, and fields
 * that are new on the page.
 */
export function showWritten(form: HTMLFormElement, saved: FieldValues): FieldValues {
  const known = new Map<FormField, string>();
  for (const field of fieldsOf(form)) {
    const before = saved.get(field) ?? valueWrittenIn(field);
    const follows = isTyped(field) && field.value === before && field !== field.ownerDocument.activeElement;
    if (follows && field.value !== field.defaultValue) field.value = field.defaultValue;
    known.set(field, follows ? field.value : before);
  }
  return known;
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

const chosen = (options: readonly HTMLOptionElement[]) => JSON.stringify(options.map(({ value }) => value));
