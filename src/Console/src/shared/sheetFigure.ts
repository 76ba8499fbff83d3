import type { Figure } from "../api/types";
import type { Language } from "../shell/text";
import { figure } from "./figures";

/** A figure of a sheet as text. */
export function sheetFigure(value: Figure, language: Language): string {
  switch (value.kind) {
    case "money":
      return figure("Fen", value.fen, language);
    case "count":
      return figure("", value.number, language);
    case "day":
      return value.day ?? "—";
    case "flag":
      return figure("", value.flag, language);
    default:
      return value.text?.[language] ?? "—";
  }
}
