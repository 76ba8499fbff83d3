import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { type ClaimDetail, type ClaimProof, claims } from "../api/claims";
import type { ClaimKind } from "../api/types";
import { openAppropriations } from "../appropriations/openAppropriations";
import { ActionButton } from "../shared/ActionButton";
import { CapBar } from "../shared/CapBar";
import { Clause } from "../shared/Clause";
import { DocumentFields } from "../shared/DocumentFields";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { useText } from "../shell/text";
import { ProofTable } from "./ProofTable";
import { acceptedFen, type Findings, rowsOf, unfound } from "./proofs";

type Values = {
  appropriationId: string;
  flags?: Record<string, string>;
  shares?: Record<string, number | null>;
  amountFen?: number;
  documentNumber?: string;
  decidedOn?: string;
};

/** The maker finds upon each payment and condition, and proposes to pay what the pack makes of it. */
export function AssessClaim({ detail, kind, programme }: { detail: ClaimDetail; kind: ClaimKind; programme: string }) {
  const { t } = useText();
  const [findings, setFindings] = useState<Findings>({});
  const open = useQuery({ queryKey: ["appropriations", "open"], queryFn: openAppropriations });
  const appropriations = (open.data ?? []).filter((one) => one.programme === programme);
  const find = (id: string, part: Findings[string]) => setFindings((now) => ({ ...now, [id]: { ...now[id], ...part } }));
  const left = unfound(detail.proofs, findings).length;
  const decided = !kind.calculation && !kind.tariff;
  return (
    <section className="panel">
      <h2>{t("逐笔核定", "Look at each payment")}</h2>
      {detail.proofs.length > 0 && (
        <ProofTable
          proofs={detail.proofs}
          files={detail.files}
          finding={{
            title: t("结论", "Finding"),
            render: (_, row: ClaimProof) => (
              <>
                <Radio.Group
                  aria-label={t(`${row.number} 的结论`, `Finding on ${row.number}`)}
                  value={findings[row.id]?.accepted}
                  onChange={(event) => find(row.id, { accepted: event.target.value })}
                  options={[
                    { value: true, label: t("认可", "Accept") },
                    { value: false, label: t("不予认可", "Do not accept") },
                  ]}
                />
                {findings[row.id]?.accepted === false && (
                  <Input
                    aria-label={t(`${row.number} 不予认可的理由`, `Why ${row.number} is not accepted`)}
                    placeholder={t("理由", "Reason")}
                    value={findings[row.id]?.reason}
                    onChange={(event) => find(row.id, { reason: event.target.value })}
                  />
                )}
              </>
            ),
          }}
        />
      )}
      <div className="sticky-actions">
        <span className="secondary">
          {left > 0
            ? t(`还有 ${left} 笔未核定`, `${left} still to look at`)
            : detail.proofs.length > 0 && (
                <>
                  {t("认可合计（元）", "Accepted in all (yuan)")} <Money fen={acceptedFen(detail.proofs, findings)} strong />
                </>
              )}
        </span>
        <ActionButton<Values, ClaimDetail>
          label={t("核定并提出支付", "Assess and propose payment")}
          type="primary"
          disabled={left > 0 || open.isPending}
          initial={{ appropriationId: appropriations[0]?.id }}
          fields={
            <>
              <Form.Item name="appropriationId" label={t("年度安排", "Appropriation")} rules={[{ required: true }]}>
                <Select
                  options={appropriations.map((one) => ({ value: one.id, label: `${one.fiscalYear} · ${one.documentNumber}` }))}
                />
              </Form.Item>
              <Form.Item noStyle dependencies={["appropriationId"]}>
                {({ getFieldValue }) => {
                  const chosen = appropriations.find((one) => one.id === getFieldValue("appropriationId"));
                  return (
                    chosen && (
                      <CapBar capFen={chosen.amountFen} committedFen={chosen.committedFen} paidFen={chosen.paidFen} compact />
                    )
                  );
                }}
              </Form.Item>
              {detail.flags.map((flag) => (
                <Form.Item
                  key={flag.condition}
                  name={["flags", flag.condition]}
                  label={
                    <span>
                      {t(flag.zh, flag.en)} <Clause id={flag.clause} />
                    </span>
                  }
                  rules={[{ required: true, whitespace: true }]}
                >
                  <Input.TextArea rows={2} maxLength={500} placeholder={t("认定理由", "What was found")} />
                </Form.Item>
              ))}
              {decided && (
                <>
                  <Form.Item name="amountFen" label={t("决定金额", "Amount decided")} rules={[{ required: true }]}>
                    <MoneyInput />
                  </Form.Item>
                  <DocumentFields label={t("决定文号", "Document")} day={{ name: "decidedOn", label: t("决定日期", "Dated") }} />
                </>
              )}
              {kind.shares?.payers.map((payer) => (
                <Form.Item
                  key={payer.key}
                  name={["shares", payer.key]}
                  label={`${t(payer.label)}（${kind.shares?.within ? t("承担其中", "a part of it") : t("另行配套", "beside it")}）`}
                >
                  <MoneyInput />
                </Form.Item>
              ))}
            </>
          }
          act={({ appropriationId, flags, shares, amountFen, documentNumber, decidedOn }, act) =>
            claims.assess(
              detail.claim.id,
              {
                appropriationId,
                rows: rowsOf(detail.proofs, findings),
                flags: detail.flags.map(({ condition }) => ({ condition, reason: flags?.[condition] ?? "" })),
                amountFen,
                documentNumber,
                decidedOn,
                shares: Object.entries(shares ?? {}).flatMap(([payer, fen]) => (fen ? [{ payer, amountFen: fen }] : [])),
              },
              act,
            )
          }
          done={t("已核定，等待他人批准", "Assessed; awaiting another person's approval")}
        />
      </div>
    </section>
  );
}
