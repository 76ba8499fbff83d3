import { registry } from "../api/registry";
import type { Application } from "../api/types";
import { Loaded } from "../shared/Loaded";
import { PackForm } from "../shared/packForm/PackForm";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";
import { lastReasons } from "./lastReasons";

/** What was filed, for whoever checks or scores it. */
export function ReadApplication({ application }: { application: Application }) {
  const { t } = useText();
  const pack = usePack(application.programme);
  return (
    <section className="panel">
      <h2>{t("申报内容", "What was filed")}</h2>
      <Loaded query={pack}>
        {({ fields, categories }) => (
          <PackForm
            programme={application.programme}
            fields={fields}
            categories={categories}
            answers={application.answers}
            attachments={application.files}
            attachmentAddress={registry.attachmentAddress}
            reasons={application.status === "returned" ? lastReasons(application) : []}
            readOnly
          />
        )}
      </Loaded>
    </section>
  );
}
