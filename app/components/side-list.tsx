import type { ReactNode } from "react";
import { Link } from "react-router";

export interface SideListItem {
  readonly to: string;
  readonly label: ReactNode;
  /** A mark after the label: faults, progress, a verdict. */
  readonly mark?: ReactNode;
  readonly current?: boolean;
}

export interface SideListSection {
  /** Null for items that stand above all sections. */
  readonly title: string | null;
  readonly items: readonly SideListItem[];
}

/** The list beside the content: sections and what is in them, with marks. Above the content, and low, on a narrow screen. */
export function SideList({
  label,
  sections,
}: {
  readonly label: string;
  readonly sections: readonly SideListSection[];
}) {
  const list = sections.map(({ title, items }) => (
    <div key={title ?? ""} className="mb-4">
      {title !== null && <h2 className="mb-1 px-2 font-medium text-ink-quiet text-sm">{title}</h2>}
      <ul>
        {items.map(({ to, label: text, mark, current = false }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={current ? "page" : undefined}
              className={`flex items-start justify-between gap-2 rounded-md px-2 py-1.5 text-ink no-underline hover:bg-sunken ${
                current ? "bg-accent-soft font-semibold" : ""
              }`}
            >
              <span className="min-w-0">{text}</span>
              {mark}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
  return (
    <nav
      aria-label={label}
      className="max-lg:mb-6 max-lg:max-h-56 max-lg:overflow-y-auto max-lg:rounded-md max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-2 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:w-60 lg:shrink-0 lg:self-start lg:overflow-y-auto"
    >
      {list}
    </nav>
  );
}
