import { useNavigate } from "react-router";
import { recognition } from "../api/recognition";
import type { Notice } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Posts a decided list today (ZS-16, ZS-26); its working days begin tomorrow (P-3). */
export function PostNotice({ selectionId }: { selectionId: string }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<{ documentNumber: string }, Notice>
      label={t("发布公示", "Post the notice")}
      type="primary"
      fields={<DocumentFields label={t("公示文号", "Document number")} />}
      summary={(values) => [
        { label: t("公示文号", "Document"), value: values.documentNumber },
        { label: t("发布日期", "Posted on"), value: today },
      ]}
      consequence={t(
        "公示自次日起按工作日计算，公示期内任何人可以提出异议。",
        "Its working days begin tomorrow; anybody may object while it runs.",
      )}
      act={({ documentNumber }, act) => recognition.postNotice({ selectionId, documentNumber, postedOn: today }, act)}
      done={t("公示已发布", "Posted")}
      onDone={(notice) => navigate(`/notices/${notice.id}`)}
    />
  );
}
