import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { recognition } from "../api/recognition";
import type { Selection } from "../api/types";
import { PostNotice } from "../notices/PostNotice";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AppointExperts } from "./AppointExperts";
import { ConcludeSelection } from "./ConcludeSelection";
import { DecideSelection } from "./DecideSelection";
import { Ranking } from "./Ranking";
import { Scores } from "./Scores";
import { trackName } from "./track";

export function SelectionPage() {
  const { id = "" } = useParams();
  const selection = useQuery({ queryKey: ["selection", id], queryFn: () => recognition.selection(id) });
  return <Loaded query={selection}>{(value) => <Details selection={value} />}</Loaded>;
}

function Details({ selection }: { selection: Selection }) {
  const { t } = useText();
  const { name } = useProgrammes();
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
            { label: t("认定方式", "Track"), value: t(trackName(selection.track)) },
            { label: t("名额", "Places"), value: selection.places ?? t("符合条件的均予认定", "All that meet the conditions") },
            { label: t("每件评审专家", "Experts per application"), value: selection.reviewersPerApplication },
            { label: t("合格分", "Passing score"), value: selection.passingScore },
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
      <Ranking selection={selection} />
      <Scores selection={selection} />
    </Page>
  );
}
