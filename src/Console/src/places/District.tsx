import { usePlaces } from "./usePlaces";

/** A district by the name that its bureau gives it. */
export function District({ code }: { code: string | null | undefined }) {
  return usePlaces().name(code);
}
