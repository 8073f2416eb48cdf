import type { ReactNode } from "react";
import { Icon, type IconName } from "#app/components/icon.tsx";

const tones = {
  info: { icon: "info", look: "border-accent bg-accent-soft" },
  positive: { icon: "check", look: "border-positive bg-positive-soft" },
  warning: { icon: "warning", look: "border-warning bg-warning-soft" },
  danger: { icon: "warning", look: "border-danger bg-danger-soft" },
} as const satisfies Record<string, { icon: IconName; look: string }>;

export type NoticeTone = keyof typeof tones;

/** Something to know while reading the page. `live` when it appears after an act, so that it is read out. */
export function Notice({
  tone = "info",
  title,
  live = false,
  children,
}: {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly live?: boolean;
  readonly children?: ReactNode;
}) {
  const { icon, look } = tones[tone];
  return (
    <div role={live ? "status" : undefined} className={`flex gap-3 rounded-md border-l-4 p-3 ${look}`}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 max-w-measure">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
