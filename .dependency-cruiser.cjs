// The one arrow: routes -> services -> domain; db, documents and imports know the domain only, and not each other.
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^app/", pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    only("domain-is-pure", "^app/domain/", "^app/domain/", "The domain knows nothing but itself."),
    {
      name: "domain-does-no-io",
      comment: "No files, network, clock or randomness in the domain; hashing bytes is pure.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|buffer)$" },
    },
    only("db-knows-domain", "^app/db/", "^app/(db|domain)/"),
    only("documents-know-domain", "^app/documents/", "^app/(documents|domain|i18n)/"),
    only("imports-know-domain", "^app/imports/", "^app/(imports|domain)/"),
    only("services-know-no-web", "^app/services/", "^app/(services|domain|db|documents|imports|i18n)/"),
    only("components-have-no-data-access", "^app/components/", "^app/(components|domain|i18n)/"),
    only("i18n-knows-domain", "^app/i18n/", "^app/(i18n|domain)/"),
    {
      name: "routes-call-services",
      comment: "A route parses, calls one service and renders: no query, no document writer, no file reader.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/(db|imports|documents|cli)/" },
    },
    {
      name: "product-needs-no-development-package",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/routes\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
