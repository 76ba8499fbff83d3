import { Tag } from "antd";
import type { PublicNotice } from "../api/types";
import { useText } from "../shell/text";

/** How many of a notice's working days are left, today included (P-3); and whether a test calendar counted them. */
export function NoticeTerm({ notice }: { notice: PublicNotice }) {
  const { t } = useText();
  return (
    <>
      {notice.isOpen ? (
        <Tag color="processing" variant="filled">
          {t(`公示中，剩余 ${notice.workingDaysLeft} 个工作日`, `Running, ${notice.workingDaysLeft} working days left`)}
        </Tag>
      ) : (
        <Tag variant="filled">{t("公示期满", "Over")}</Tag>
      )}
      {notice.byTestCalendar && (
        <Tag color="gold" variant="filled">
          {t("按测试日历计算", "Counted by a test calendar")}
        </Tag>
      )}
    </>
  );
}
