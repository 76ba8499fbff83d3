import type { DirectoryCounts } from "../api/directory";
import { useText } from "../shell/text";

/** How many there are, or why that is not said. */
export function Total({ counts }: { counts: DirectoryCounts | undefined }) {
  const { t } = useText();
  if (!counts) {
    return null;
  }
  return t(counts.uncounted ?? { zh: `共 ${counts.total} 家机构符合条件。`, en: `${counts.total} institutions match.` });
}
