import type swedish from "#app/i18n/sv/messages.ts";

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** The shape of the texts in any language. */
export type Messages = SameKeys<typeof swedish>;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** `tenders_one` and `tenders_other` are asked for as `tenders` with a `count`. */
type WithoutPlural<P extends string> = P extends `${infer Base}_one` | `${infer Base}_other` ? Base : P;

/** Every text's path, for example `common.save`; a wrong one does not compile. */
export type MessageKey = WithoutPlural<Paths<Messages>>;
