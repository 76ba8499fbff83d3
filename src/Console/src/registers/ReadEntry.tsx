import { type Entry, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { PackForm } from "../shared/packForm/PackForm";
import { useText } from "../shell/text";

/** What was filed, as text. */
export function ReadEntry({ entry, pack, register }: { entry: Entry; pack: Pack; register: Register }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("登记内容", "What was filed")}</h2>
      <PackForm
        programme={pack.programme}
        names={entry.names}
        fields={register.fields}
        categories={pack.categories}
        answers={entry.answers}
        attachments={entry.files}
        attachmentAddress={(id) => registers.attachmentAddress(entry.id, id)}
        readOnly
      />
    </section>
  );
}
