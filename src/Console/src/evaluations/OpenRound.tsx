import { Form, Input, Radio, Select } from "antd";
import { useNavigate } from "react-router";
import { type Judge, type RoundOpening, type Scheme, scoring } from "../api/evaluations";
import type { EvaluationRound, EvaluationRoundDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useFiscalYears } from "../shared/fiscalYears";
import { NumberField } from "../shared/NumberField";
import { usePack, useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { BodiesField } from "./BodiesField";
import type { NamedBody } from "./bodies";
import { schemesOf } from "./schemes";
import { ThirdPartyFields } from "./ThirdPartyFields";

type Values = {
  programme: string;
  evaluation?: string;
  year: number;
  judge?: Judge;
  thirdPartyName?: string;
  thirdPartyCode?: string;
  documentNumber: string;
  named?: NamedBody[];
};

/** The city has bodies evaluated: by a third party (ZS-18) or by experts (EO-11). A round that stands ready is ordered so (EI-09). */
export function OpenRound({ round }: { round?: EvaluationRound }) {
  const { t } = useText();
  const programmes = useProgrammes();
  const { current } = useFiscalYears();
  const navigate = useNavigate();
  if (programmes.loading) {
    return null;
  }
  const opening = ({ named, judge, evaluation, ...values }: Values): RoundOpening => ({
    ...values,
    evaluation: evaluation || undefined,
    bodies: named,
  });
  return (
    <ActionButton<Values, EvaluationRoundDetail>
      label={round ? t("下达评价", "Order it") : t("启动评价", "Open a round")}
      type="primary"
      initial={
        round ? { programme: round.programme, year: round.year } : { programme: programmes.options[0]?.value, year: current - 1 }
      }
      fields={
        <>
          <Form.Item name="programme" hidden={!!round} label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={programmes.options} />
          </Form.Item>
          {round ? (
            <Form.Item name="year" hidden>
              <Input />
            </Form.Item>
          ) : (
            <NumberField name="year" label={t("评价年度", "Year evaluated")} min={2020} max={current} />
          )}
          <SchemeFields fixed={round?.scheme} />
        </>
      }
      summary={(values) => [
        { label: t("项目", "Programme"), value: programmes.name(values.programme) },
        { label: t("评价年度", "Year evaluated"), value: values.year },
        {
          label: t("评价主体", "Judged by"),
          value: values.thirdPartyName ?? t("专家评分（另行聘请）", "Experts, appointed next"),
        },
        !!values.thirdPartyCode && { label: t("统一社会信用代码", "Social credit code"), value: values.thirdPartyCode },
        !!values.named && {
          label: t(`评价对象（${values.named.length} 家）`, `Bodies (${values.named.length})`),
          value: values.named.map((body) => body.name).join(t("、", ", ")),
        },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t(
        "评价对象为该年度末在册的全部机构，或逐一列名的单位，每家一项。须有指标体系的，施行后才能启动。",
        "Every institution on the register at the end of that year is evaluated, or each body named, once. Where an indicator system is asked for it must be in force.",
      )}
      act={(values, act) => scoring.openRound(opening(values), act)}
      done={t("评价已启动", "The round is open")}
      onDone={({ round }) => navigate(`/evaluation-rounds/${round.id}`)}
    />
  );
}

/** Which evaluation of the pack, who judges, and of whom where the pack has them named. */
function SchemeFields({ fixed }: { fixed?: string }) {
  const { t } = useText();
  const form = Form.useFormInstance<Values>();
  const programme = Form.useWatch("programme", form);
  const chosen = Form.useWatch("evaluation", form);
  const judging = Form.useWatch("judge", form);
  const schemes = schemesOf(usePack(programme).data);
  const scheme: Scheme | undefined = schemes.find((one) => one.name === chosen) ?? schemes[0];
  const judges = scheme?.judges ?? ["third-party"];
  const judge = judges.find((one) => one === judging) ?? judges[0];
  const names: Record<Judge, string> = { "third-party": t("第三方机构", "A third party"), experts: t("专家评分", "Experts") };
  return (
    <>
      {schemes.length > 0 && (
        <Form.Item
          key={programme}
          name="evaluation"
          hidden={fixed !== undefined}
          label={t("评价事项", "Evaluation")}
          initialValue={fixed ?? schemes[0]?.name}
          rules={[{ required: true }]}
        >
          <Select options={schemes.map((one) => ({ value: one.name, label: t(one.label) }))} />
        </Form.Item>
      )}
      {judges.length > 1 && (
        <Form.Item name="judge" label={t("评价主体", "Judged by")} initialValue={judges[0]}>
          <Radio.Group options={judges.map((value) => ({ value, label: names[value] }))} />
        </Form.Item>
      )}
      {scheme && scheme.subjects !== "institution" && (
        <Form.Item key={scheme.name} name="named" label={t("评价对象", "Bodies")} rules={[{ required: true, type: "array" }]}>
          <BodiesField programme={programme} scheme={scheme} />
        </Form.Item>
      )}
      {judge === "third-party" ? <ThirdPartyFields /> : <DocumentFields label={t("组织评价文件文号", "Number of the order")} />}
    </>
  );
}
