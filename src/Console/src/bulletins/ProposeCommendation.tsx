import { Form, Select } from "antd";
import { useNavigate } from "react-router";
import { boards } from "../api/boards";
import type { BulletinDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useFiscalYears } from "../shared/fiscalYears";
import { NumberField } from "../shared/NumberField";
import { usePacks } from "../shared/programmes";
import { useText } from "../shell/text";
import { CasesFields } from "./CasesFields";
import { type CaseValues, linesOf } from "./commendation";

type Values = { programme: string; year: number; cases: CaseValues[] };

/** The city proposes a commendation, where a programme's procedure has one (HB-30). */
export function ProposeCommendation() {
  const { t } = useText();
  const navigate = useNavigate();
  const { current } = useFiscalYears();
  const packs = usePacks().filter((pack) => pack.procedure.some((step) => step.kind === "commendation"));
  return packs.length === 0 ? null : (
    <ActionButton<Values, BulletinDetail>
      label={t("拟通报表扬", "Commend")}
      initial={{ programme: packs[0]?.programme, year: current, cases: [{ key: "case", text: "" }] }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={packs.map((pack) => ({ value: pack.programme, label: t(pack.title) }))} />
          </Form.Item>
          <NumberField name="year" label={t("年度", "Year")} min={2000} max={current} />
          <Chosen />
        </>
      }
      act={({ programme, year, cases }, act) =>
        boards.draftBulletin(
          { kind: "commendation", programme, year, cases: linesOf(cases), leagueTableId: null, round: null },
          act,
        )
      }
      done={t("已生成草稿", "The draft is written")}
      onDone={({ bulletin }) => navigate(`/bulletins/${bulletin.id}`)}
    />
  );
}

function Chosen() {
  const form = Form.useFormInstance<Values>();
  return <CasesFields programme={Form.useWatch("programme", form)} year={Form.useWatch("year", form)} />;
}
