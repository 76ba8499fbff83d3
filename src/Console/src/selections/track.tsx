import type { Pack } from "../api/types";
import { usePack } from "../shared/programmes";
import { type Text, useText } from "../shell/text";

/** The ways to apply that a programme tells apart (ZS-01: 定向布局, 择优认定); none where its form does not ask. */
export function tracksOf(pack: Pack | undefined): { key: string; label: Text }[] {
  return pack?.fields.find((field) => field.name === "track")?.options ?? [];
}

/** Whether a selection on this track has places: where the pack names such tracks as it says, elsewhere as one likes. */
export function placesOn(pack: Pack | undefined, track: string | undefined, today: string): "required" | "none" | "optional" {
  const named = pack?.parameters
    .find((parameter) => parameter.name === "tracks-with-places")
    ?.values.filter((value) => value.from <= today)
    .at(-1)?.value.choices;
  return !named ? "optional" : named.includes(track ?? "") ? "required" : "none";
}

/** A track's name in a programme. */
export function Track({ programme, track }: { programme: string | undefined; track: string | null | undefined }) {
  const { t } = useText();
  const label = tracksOf(usePack(programme).data).find((one) => one.key === track)?.label;
  return label ? t(label) : (track ?? "—");
}

/** A mean in hundredths of a point as people write it: 8567 → 85.67. */
export function points(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) {
    return "—";
  }
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
