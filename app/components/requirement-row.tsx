import { Link } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Level } from "#app/domain/catalogue/requirement.ts";

/** What a list shows of a requirement, in the page's language. */
export interface RequirementInList {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly measured: boolean;
}

/** A requirement in a list: id, level, title, its text on one line, and whether it is measured. */
export function RequirementRow({ row }: { readonly row: RequirementInList }) {
  const t = useTranslate();
  return (
    <li className="grid grid-cols-[4.5rem_1fr] items-baseline gap-x-4 border-line border-b py-2.5 sm:grid-cols-[4.5rem_5rem_1fr_auto]">
      <LevelLabel level={row.level} />
      <span className="font-mono text-ink-quiet text-sm max-sm:text-end">{row.id}</span>
      <div className="min-w-0 max-sm:col-span-2 max-sm:mt-1">
        <Link to={`/catalogue/${row.id}`} className="font-medium">
          {row.title}
        </Link>
        <p className="line-clamp-2 text-ink-quiet text-sm sm:line-clamp-1">{row.text}</p>
      </div>
      <span className="text-ink-quiet text-sm max-sm:hidden">
        {row.measured && (
          <>
            <Icon name="measured" className="mr-1" />
            {t("catalogue.measured")}
          </>
        )}
      </span>
    </li>
  );
}
