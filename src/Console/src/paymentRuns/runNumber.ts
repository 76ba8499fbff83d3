/** A run's short name on screens: the end of its key, which is where two keys of one day differ. */
export const runNumber = (id: string) => `#${id.slice(-8).toUpperCase()}`;
