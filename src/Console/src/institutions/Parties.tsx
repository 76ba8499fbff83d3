import { Table } from "antd";
import { Link } from "react-router";
import type { Citation, FormField, Institution } from "../api/types";
import { Cited } from "../shared/Clause";
import { usePack } from "../shared/programmes";
import { type Text, useText } from "../shell/text";

type Party = { part: Text; citation: Citation | undefined; name: string; code: string; kind?: string };

/** Each with the clause by which the programme's form asks for it. */
function partiesOf(institution: Institution, fields: FormField[]): Party[] {
  const asked = (name: string) => fields.find((field) => field.name === name)?.citation;
  return [
    ...institution.leadBodies.map((body) => ({
      part: { zh: "牵头单位", en: "Lead body" },
      citation: asked("leadBodies"),
      name: body.name,
      code: body.code,
      kind: body.kind,
    })),
    {
      part: { zh: "实施主体", en: "Implementing body" },
      citation: asked("implementingBodyCode"),
      name: institution.implementingBodyName,
      code: institution.implementingBodyCode,
    },
    ...(institution.centreCode
      ? [
          {
            part: { zh: "机构法人", en: "Body of its own" },
            citation: asked("centreCode"),
            name: institution.centreName ?? institution.name,
            code: institution.centreCode,
          },
        ]
      : []),
  ];
}

/** Who leads, who builds, and the centre itself: three different parties (ZS-09, ZS-10, ZS-25). */
export function Parties({ institution }: { institution: Institution }) {
  const { t } = useText();
  const fields = usePack(institution.programme).data?.fields ?? [];
  const kinds = fields.find((field) => field.name === "leadBodies")?.fields.find((field) => field.name === "kind")?.options;
  const kindName = (key: string | undefined) => {
    const known = kinds?.find((one) => one.key === key);
    return known ? t(known.label) : (key ?? "");
  };
  return (
    <section className="panel">
      <h2>{t("各方", "Parties")}</h2>
      <Table<Party>
        size="small"
        rowKey={(party) => `${party.part.en} ${party.code}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={partiesOf(institution, fields)}
        columns={[
          {
            title: t("身份", "Part"),
            render: (_, party) => (
              <>
                {t(party.part)} {party.citation && <Cited citation={party.citation} />}
              </>
            ),
          },
          { title: t("名称", "Name"), dataIndex: "name" },
          { title: t("统一社会信用代码", "Social credit code"), render: (_, party) => <code>{party.code}</code> },
          { title: t("类别", "Kind"), render: (_, party) => kindName(party.kind) || "—" },
        ]}
      />
      {institution.absorbed.length > 0 && (
        <p>
          {t("并入本机构：", "Merged into it: ")}
          {institution.absorbed.map((id) => (
            <Link key={id} to={`/institutions/${id}`}>
              {t("查看并入的机构", "The body merged into it")}{" "}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}
