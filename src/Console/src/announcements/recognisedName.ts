import { usePack } from "../shared/programmes";

/**
 * The name that a recognition brings (ZS-17), for whoever types what stands for ××; the service makes the real one. Null where the
 * programme has no form of name: its bodies keep the name that they applied under.
 */
export function useRecognisedName(programme: string): ((field: string | undefined) => string) | null {
  const form = usePack(programme)
    .data?.parameters.find((one) => one.name === "recognised-name-form")
    ?.values.at(-1)?.value.text;
  return form ? (field) => form.replace("*", field?.trim() || "××") : null;
}
