/**
 * Path and query of the page that a request is about, as the address bar shows it. A navigation inside the browser
 * asks for `<page>.data` (`/_root.data` for the start page) and adds parameters of the framework's own.
 */
export function pageAddress(request: Request): { readonly path: string; readonly search: string } {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.replace(/\/_root\.data$/, "/").replace(/\.data$/, "");
  searchParams.delete("_routes");
  searchParams.delete("index");
  const search = searchParams.size === 0 ? "" : `?${searchParams}`;
  return { path, search };
}
