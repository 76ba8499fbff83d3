import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link, useParams } from "react-router";
import { type ClaimDetail, claims } from "../api/claims";
import type { Versioned } from "../api/http";
import type { ClaimKind, Pack } from "../api/types";
import { ResultsOf } from "../evaluations/ResultsOf";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { PackForm } from "../shared/packForm/PackForm";
import { usePack } from "../shared/programmes";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { NotFound } from "../shell/NotFound";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AssessClaim } from "./AssessClaim";
import { ApproveGrant, TurnDown } from "./ClaimActs";
import { EditClaim } from "./EditClaim";
import { ProofTable } from "./ProofTable";
import { RoomPanel } from "./RoomPanel";

export function ClaimPage() {
  const { id = "" } = useParams();
  const claim = useQuery({
    queryKey: ["claim", id],
    queryFn: () => claims.claim(id),
    refetchOnWindowFocus: false,
    // What is saved as one types is not in what was fetched: whoever comes back reads it anew.
    gcTime: 0,
  });
  const reload = async () => (await claim.refetch()).data;
  return <Loaded query={claim}>{(start) => <OfPack start={start} reload={reload} />}</Loaded>;
}

export type ClaimStart = { start: Versioned<ClaimDetail>; reload: () => Promise<Versioned<ClaimDetail> | undefined> };

function OfPack(props: ClaimStart) {
  const { programme, kind } = props.start.value.claim;
  const pack = usePack(programme);
  return (
    <Loaded query={pack}>
      {(value) => {
        const found = value.claims.find((one) => one.name === kind);
        return found ? <Details {...props} pack={value} kind={found} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Details({ start, reload, pack, kind }: ClaimStart & { pack: Pack; kind: ClaimKind }) {
  const { t } = useText();
  const operator = useHasRole("operator");
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  const detail = start.value;
  const { claim, payment } = detail;
  const open = claim.status === "draft" || claim.status === "returned";
  const waiting = claim.status === "submitted" || claim.status === "assessed";
  const payer = (key: string) => {
    const label = kind.shares?.payers.find((one) => one.key === key)?.label;
    return label ? t(label) : key;
  };
  return (
    <Page
      title={`${t(kind.label)} · ${claim.claimantName}`}
      parent={{ to: "/claims", name: t("补助申领", "Claims") }}
      status={<Status value={claim.status} of="claim" />}
      lead={`${t(pack.title)}${claim.number ? ` · ${claim.number}` : ""}`}
      actions={
        <>
          {operator && (open || claim.status === "submitted") && <TurnDown id={claim.id} verb="withdraw" />}
          {(maker || approver) && waiting && <TurnDown id={claim.id} verb="return" />}
          {(maker || approver) && waiting && <TurnDown id={claim.id} verb="refuse" />}
          {approver && payment?.status === "proposed" && <ApproveGrant payment={payment} dueFen={claim.dueFen ?? 0} />}
        </>
      }
    >
      {detail.reason && claim.status !== "submitted" && (
        <Alert type="warning" showIcon title={t(`理由：${detail.reason}`, `Reason: ${detail.reason}`)} />
      )}
      {detail.room && <RoomPanel room={detail.room} />}
      {!operator && <ResultsOf code={claim.claimantCode} />}
      {claim.dueFen !== null && (
        <section className="panel">
          <Summary
            columns={2}
            facts={[
              { label: t("核定金额（元）", "Due (yuan)"), value: <Money fen={claim.dueFen} strong /> },
              payment && {
                label: t("本级支付（元）", "Paid here (yuan)"),
                value: (
                  <>
                    <Money fen={payment.amountFen} strong />{" "}
                    <Link to={`/grants/${payment.id}`}>
                      <Status value={payment.status} of="advance" />
                    </Link>
                  </>
                ),
              },
              ...detail.shares.map((share) => ({ label: payer(share.payer), value: <Money fen={share.amountFen} /> })),
              ...detail.flags.map((flag) => ({ label: t(flag.zh, flag.en), value: flag.finding })),
            ]}
          />
        </section>
      )}
      {open && operator ? (
        <EditClaim start={start} reload={reload} pack={pack} kind={kind} />
      ) : (
        <>
          {maker && claim.status === "submitted" ? (
            <AssessClaim detail={detail} kind={kind} programme={pack.programme} />
          ) : (
            detail.proofs.length > 0 && (
              <section className="panel">
                <h2>{t("支付和发票", "Payments and invoices")}</h2>
                <ProofTable proofs={detail.proofs} files={detail.files} />
              </section>
            )
          )}
          <section className="panel">
            <h2>{t("申领表", "Form")}</h2>
            <PackForm
              readOnly
              programme={pack.programme}
              fields={kind.fields}
              categories={pack.categories}
              answers={detail.answers}
              attachments={detail.files.map(({ field, file }) => ({ ...file, field }))}
              attachmentAddress={claims.fileAddress}
            />
          </section>
        </>
      )}
      {claim.dueFen !== null && <SheetPanel of="claim" id={claim.id} subject={claim.claimantName} load={claims.sheet} />}
      {detail.timeline.length > 0 && (
        <section className="panel">
          <h2>{t("办理过程", "Timeline")}</h2>
          <Timeline
            of="claim"
            entries={detail.timeline.map(({ status, on, by, note }) => ({ what: status, at: on, by, note }))}
          />
        </section>
      )}
    </Page>
  );
}
