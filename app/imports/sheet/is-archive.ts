const zipMagic = [0x50, 0x4b, 0x03, 0x04];

/** Whether content begins like an Excel file (or another zip archive). */
export const isArchive = (head: Uint8Array): boolean => zipMagic.every((byte, index) => head[index] === byte);
