import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { recognition } from "../api/recognition";
import type { Selection } from "../api/types";
import { PostNotice } from "../notices/PostNotice";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AppointExperts } from "./AppointExperts";
import { ConcludeSelection } from "./ConcludeSelection";
import { DecideSelection } from "./DecideSelection";
import { Drawings } from "./Drawings";
import { Ranking } from "./Ranking";
import { Scores } from "./Scores";
import { ThirdOpinions } from "./ThirdOpinions";
import { Track } from "./track";

export function SelectionPage() {
  const { id = "" } = useParams();
  const selection = useQuery({ queryKey: ["selection", id], queryFn: () => recognition.selection(id) });
  return <Loaded query={selection}>{(value) => <Details selection={value} />}</Loaded>;
}

function Details({ selection }: { selection: Selection }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const { category } = useWords(selection.programme);
  const city = useHasRole("city-reviewer");
  return (
    <Page
      title={selection.title}
      parent={{ to: "/selections", name: t("综合评审", "Selections") }}
      status={<Status value={selection.status} of="selection" />}
      lead={name(selection.programme)}
      actions={
        city && (
          <>
            {selection.status === "open" && <AppointExperts selection={selection} />}
            {selection.status === "open" && <ConcludeSelection selection={selection} />}
            {selection.status === "concluded" && <DecideSelection selection={selection} />}
            {selection.status === "decided" && <PostNotice selectionId={selection.id} />}
          </>
        )
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            selection.track !== null && {
              label: t("认定方式", "Track"),
              value: <Track programme={selection.programme} track={selection.track} />,
            },
            selection.category !== null && { label: t("领域或类型", "Category"), value: category(selection.category) },
            { label: t("名额", "Places"), value: selection.places ?? t("符合条件的均予认定", "All that meet the conditions") },
            { label: t("每件评审专家", "Experts per application"), value: selection.reviewersPerApplication },
            selection.passingScore !== null && { label: t("合格分", "Passing score"), value: selection.passingScore },
            selection.dispersionLimit !== null && {
              label: t("分差上限", "Scores may differ by"),
              value: t(
                `${selection.dispersionLimit} 分，超过的另请 ${selection.thirdOpinions} 名专家复评`,
                `${selection.dispersionLimit} points; above it ${selection.thirdOpinions} further expert(s)`,
              ),
            },
            { label: t("组织日期", "Opened on"), value: selection.openedOn },
            { label: t("组织人", "Opened by"), value: selection.openedByName },
            selection.concludedByName !== null && { label: t("汇总人", "Concluded by"), value: selection.concludedByName },
            selection.documentNumber !== null && {
              label: t("审定", "Decided"),
              value: [selection.documentNumber, selection.decidedOn, selection.decidedByName].join(" · "),
            },
          ]}
        />
      </section>
      <ThirdOpinions selection={selection} />
      <Ranking selection={selection} />
      <Scores selection={selection} />
      <Drawings selection={selection} />
    </Page>
  );
}
