import { usePack } from "../shared/programmes";

/** The name that a recognition brings (ZS-17), for whoever types what stands for ××; the service makes the real one. */
export function useRecognisedName(programme: string): (field: string | undefined) => string {
  const form = usePack(programme)
    .data?.parameters.find((one) => one.name === "recognised-name-form")
    ?.values.at(-1)?.value.text;
  return (field) => (form ? form.replace("*", field?.trim() || "××") : (field ?? ""));
}
