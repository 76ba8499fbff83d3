import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { type Difference as Changes, routes } from "../api/routes";
import type { Application, FormField } from "../api/types";
import { Loaded } from "../shared/Loaded";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

type Row = Changes["answers"][number];

/** What the applicant changed since the submission before: reviewers read that, not the whole form again. */
export function Difference({ application }: { application: Application }) {
  const { t } = useText();
  const fields = usePack(application.programme).data?.fields ?? [];
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
      <Loaded query={changes}>
        {({ answers, files }) => (
          <>
            <Table<Row>
              size="small"
              rowKey="path"
              pagination={false}
              dataSource={answers}
              locale={{ emptyText: t("填报内容没有变化", "No answer has changed") }}
              columns={[
                { title: t("栏目", "Field"), render: (_, row) => t(labelOf(row.path, fields)) },
                { title: t("原内容", "Before"), render: (_, row) => <del>{shown(row.before)}</del> },
                { title: t("现内容", "After"), render: (_, row) => <ins>{shown(row.after)}</ins> },
              ]}
            />
            {files.length > 0 && (
              <ul>
                {files.map((file) => (
                  <li key={`${file.sha256}-${file.added}`}>
                    {file.added ? t("新增附件：", "Added: ") : t("移除附件：", "Taken out: ")}
                    {t(labelOf(file.field, fields))} · {file.fileName}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

const shown = (answer: unknown) => (answer === null || answer === undefined ? "—" : String(answer));

/** `leadBodies[0].name` by the names of the form: “lead bodies 1 · name”. */
export function labelOf(path: string, fields: FormField[]): { zh: string; en: string } {
  const [first, ...rest] = path.split(".");
  const [, name, index] = /^([^[]+)(?:\[(\d+)\])?/.exec(first ?? "") ?? [];
  const field = fields.find((one) => one.name === name);
  if (!field) {
    return { zh: path, en: path };
  }
  const number = index === undefined ? "" : ` ${Number(index) + 1}`;
  const inner = rest.length > 0 ? labelOf(rest.join("."), field.fields) : undefined;
  return {
    zh: `${field.label.zh}${number}${inner ? ` · ${inner.zh}` : ""}`,
    en: `${field.label.en}${number}${inner ? ` · ${inner.en}` : ""}`,
  };
}
