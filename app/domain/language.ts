export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the product. */
export type Text = { readonly [L in Language]: string };
