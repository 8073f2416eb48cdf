import type { ReactNode } from "react";

const tones = {
  neutral: "border-line bg-sunken text-ink-quiet",
  accent: "border-transparent bg-accent-soft text-accent",
  positive: "border-transparent bg-positive-soft text-positive",
  warning: "border-transparent bg-warning-soft text-warning",
  danger: "border-transparent bg-danger-soft text-danger",
} as const;

/** A short fact about what stands beside it. The words say it; the colour only helps. */
export function Tag({
  tone = "neutral",
  children,
}: {
  readonly tone?: keyof typeof tones;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-md border px-1.5 text-sm leading-5 ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
