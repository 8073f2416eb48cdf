/** How the Open Contracting Partnership writes the prefix that it gives a publisher on registration. */
export const ocidPrefixPattern = /^ocds-[a-z0-9]{6}$/;

/** Belongs to nobody: for those who have not registered. */
export const unregisteredOcidPrefix = "ocds-000000";
