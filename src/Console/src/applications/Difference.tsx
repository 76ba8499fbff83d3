import { useQuery } from "@tanstack/react-query";
import { routes } from "../api/routes";
import type { Application } from "../api/types";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { DifferenceTable } from "../shared/packForm/DifferenceTable";
import { fieldAt } from "../shared/packForm/fieldAt";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

/** What the applicant changed since the submission before: reviewers read that, not the whole form again. */
export function Difference({ application }: { application: Application }) {
  const { t } = useText();
  const pack = usePack(application.programme);
  const changes = useQuery({
    queryKey: ["difference", application.id, application.round],
    queryFn: () => routes.difference(application.id),
  });
  return (
    <section className="panel">
      <h2>
        {t(
          `与上次提交的差异（第 ${application.round} 次提交）`,
          `What changed since the last submission (no. ${application.round})`,
        )}
      </h2>
      <Loaded query={pack}>
        {({ fields, categories }) => (
          <Loaded query={changes}>
            {({ answers, files }) => (
              <>
                {answers.length === 0 ? (
                  <Empty text={t("填报内容没有变化", "No answer has changed")} />
                ) : (
                  <DifferenceTable
                    fields={fields}
                    categories={categories}
                    changes={answers.map(({ path, before, after }) => ({ field: path, before, after }))}
                  />
                )}
                {files.length > 0 && (
                  <ul>
                    {files.map((file) => (
                      <li key={`${file.sha256}-${file.added}`}>
                        {file.added ? t("新增附件：", "Added: ") : t("移除附件：", "Taken out: ")}
                        {t(fieldAt(fields, file.field)?.label ?? file.field)} · {file.fileName}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}
