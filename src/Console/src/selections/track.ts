import type { Text } from "../shell/text";

/** The two ways to recognition (ZS-01). */
export const tracks: Record<string, Text> = {
  directed: { zh: "定向布局", en: "Directed" },
  merit: { zh: "择优认定", en: "Merit" },
};

export const trackName = (track: string | null | undefined): Text =>
  tracks[track ?? ""] ?? { zh: track ?? "—", en: track ?? "—" };

/** A mean in hundredths of a point as people write it: 8567 → 85.67. */
export function points(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) {
    return "—";
  }
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
