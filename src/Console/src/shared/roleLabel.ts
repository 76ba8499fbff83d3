import type { Pack } from "../api/types";
import { roleName } from "../shell/names";
import { type Text, useText } from "../shell/text";
import { usePacks } from "./programmes";

/** What packs call a post, where those that name it agree; else its name in the realm. */
export function roleLabel(role: string, packs: Pick<Pack, "roles">[]): Text {
  const labels = packs.flatMap((pack) => pack.roles.filter(({ key }) => key === role)).map(({ label }) => label);
  const [first] = labels;
  return first && labels.every(({ zh }) => zh === first.zh) ? first : roleName(role);
}

/** The name of a post in a programme, or in all of the bureau's: a company examines in one, a county in another. */
export function useRoleLabel(programme?: string) {
  const { t } = useText();
  const packs = usePacks().filter((pack) => !programme || pack.programme === programme);
  return (role: string) => t(roleLabel(role, packs));
}
