export default {};

export const faults = {};
