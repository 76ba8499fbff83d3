import type { Preference, PreferenceChoice } from "../api/notices";

/** What is chosen of a sort of notice, as the boxes show it: the bell counts what is not quiet. */
export type TopicBoxes = { counted: boolean; digest: boolean; named: boolean };

/** What the form says; its boxes stand in the order of the preference's sorts. */
export type Choice = { digest: boolean; address?: string | null; handle?: string | null; topics: TopicBoxes[] };

/** The boxes of what was chosen. */
export const boxesOf = (preference: Preference): TopicBoxes[] =>
  preference.topics.map((one) => ({ counted: !one.quiet, digest: one.digest, named: one.named }));

/** The choice as the service takes it; nobody is named where that is not on offer. */
export const choiceOf = (choice: Choice, preference: Preference): PreferenceChoice => ({
  digest: choice.digest,
  address: choice.address ?? null,
  handle: choice.handle?.trim() || null,
  topics: preference.topics.map(({ topic, quiet, digest, named }, index) => {
    const boxes = choice.topics[index] ?? { counted: !quiet, digest, named };
    return { topic, digest: boxes.digest, named: preference.messengerAvailable && boxes.named, quiet: !boxes.counted };
  }),
});
