/** The browser that asks, as far as the server can know it. */
export interface Client {
  /** Already past the trusted proxies. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
}
