import type { ComponentProps } from "react";
import { Link, type LinkProps } from "react-router";

const variants = {
  primary: "border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-danger bg-surface text-danger hover:bg-danger-soft",
} as const;

export type ButtonVariant = keyof typeof variants;

const shape =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border px-4 py-2 font-medium no-underline " +
  "transition-colors duration-(--quick) disabled:border-line disabled:bg-sunken disabled:text-ink-quiet";

/** Named by its result ("Publish tender"). At most one primary on a page. */
export function Button({
  variant = "secondary",
  type = "submit",
  className = "",
  ...rest
}: ComponentProps<"button"> & { readonly variant?: ButtonVariant }) {
  return (
    <button type={type} className={`${shape} cursor-pointer ${variants[variant]} ${className}`} {...rest} />
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  variant = "secondary",
  className = "",
  ...rest
}: LinkProps & { readonly variant?: ButtonVariant }) {
  return <Link className={`${shape} ${variants[variant]} ${className}`} {...rest} />;
}
