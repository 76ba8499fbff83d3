import type { PlaceKind } from "../api/people";
import { type Text, useText } from "../shell/text";

const kinds: Record<PlaceKind, Text> = {
  district: { zh: "县（区）", en: "District" },
  zone: { zh: "功能区、开发区", en: "Zone" },
  park: { zh: "园区", en: "Park" },
};

/** What a place can be, for pickers and for naming. */
export function useKinds() {
  const { t } = useText();
  return {
    name: (kind: PlaceKind) => t(kinds[kind]),
    options: Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) })),
  };
}
