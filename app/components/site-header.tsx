import { Form, Link, NavLink } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { LanguageSwitch } from "#app/components/language-switch.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { OrganisationRole } from "#app/domain/account/actor.ts";

/** Who is signed in, as far as the shell shows it. */
interface SignedIn {
  readonly name: string;
  readonly organisation: string;
  readonly kind: "buyer" | "vendor";
  readonly roles: readonly OrganisationRole[];
}

/** Product, the places one may go, search, and who is signed in; the same on every page. */
export function SiteHeader({ person }: { readonly person: SignedIn | null }) {
  const t = useTranslate();
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-6">
        <Link to="/" className="font-semibold text-ink text-lg no-underline hover:text-accent">
          {t("common.product")}
        </Link>
        <nav aria-label={t("common.mainNavigation")} className="max-sm:order-last max-sm:w-full">
          <ul className="-mx-2.5 flex flex-wrap gap-x-1 sm:mx-0">
            <Place to="/tenders">{t("common.tenders")}</Place>
            <Place to="/catalogue">{t("common.catalogueShort")}</Place>
            {person?.roles.some((role) => /^(org_admin|sysadmin|vendor_admin)$/.test(role)) && (
              <Place to="/users">{t("common.accounts")}</Place>
            )}
            {person?.roles.includes("org_admin") && (
              <Place to="/document-template">{t("documentTemplate.title")}</Place>
            )}
          </ul>
        </nav>
        <Form action="/catalogue" role="search" className="relative ml-auto max-sm:hidden">
          <label htmlFor="site-search" className="sr-only">
            {t("common.searchCatalogue")}
          </label>
          <Icon name="search" className="absolute top-2.5 left-2.5 text-ink-quiet" />
          <input
            id="site-search"
            type="search"
            name="q"
            placeholder={t("common.searchCatalogue")}
            className="min-h-9 w-full rounded-md border border-line-strong bg-paper pr-2 pl-8 text-sm placeholder:text-ink-quiet sm:w-56"
          />
        </Form>
        <div className="flex items-center gap-4 text-sm max-sm:ml-auto print:hidden">
          <LanguageSwitch />
          {person === null ? <SignIn /> : <Account person={person} />}
        </div>
      </div>
    </header>
  );
}

function Place({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <NavLink
        to={to}
        className={({ isActive }) =>
          `block rounded-md px-2.5 py-1.5 no-underline hover:bg-sunken ${isActive ? "font-semibold text-accent" : "text-ink"}`
        }
      >
        {children}
      </NavLink>
    </li>
  );
}

function SignIn() {
  const t = useTranslate();
  return <Link to="/sign-in">{t("common.signIn")}</Link>;
}

function Account({ person }: { person: SignedIn }) {
  const t = useTranslate();
  return (
    <details className="relative">
      <summary className="list-none rounded-md px-2 py-1 font-medium hover:bg-sunken">{person.name}</summary>
      <div className="absolute right-0 z-10 mt-1 flex min-w-56 flex-col gap-3 rounded-md border border-line bg-surface p-4 shadow-raised">
        <p className="text-ink-quiet">{person.organisation}</p>
        <Link to="/account">{t("common.account")}</Link>
        {/* A whole new page: nothing that was read while signed in stays in the browser's memory. */}
        <form method="post" action="/sign-out">
          <button type="submit" className="cursor-pointer text-accent underline">
            {t("common.signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
