import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { type ClaimDetail, claims } from "../api/claims";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { usePacks } from "../shared/programmes";
import { useText } from "../shell/text";

type Values = { kind: string; claimantName?: string; institutionId?: string };

/** Begins a claim of one of the kinds that the packs name. */
export function StartClaim() {
  const { t } = useText();
  const navigate = useNavigate();
  const kinds = usePacks().flatMap((pack) =>
    (pack.claims ?? []).map((kind) => ({ key: `${pack.programme}/${kind.name}`, programme: pack.programme, kind })),
  );
  const chosen = (key: string | undefined) => kinds.find((one) => one.key === key);
  return (
    <ActionButton<Values, ClaimDetail>
      label={t("新建申领", "New claim")}
      type="primary"
      disabled={kinds.length === 0}
      initial={{ kind: kinds[0]?.key }}
      fields={
        <>
          <Form.Item name="kind" label={t("申领事项", "Kind")} rules={[{ required: true }]}>
            <Select options={kinds.map((one) => ({ value: one.key, label: t(one.kind.label) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={["kind"]}>
            {({ getFieldValue }) => {
              const one = chosen(getFieldValue("kind"));
              return (
                one && (
                  <>
                    <p className="secondary">
                      {one.kind.citation.quote} <Clause id={one.kind.citation.clauseId} />
                    </p>
                    {one.kind.beneficiary === "company" ? (
                      <Form.Item
                        name="claimantName"
                        label={t("单位名称", "Company")}
                        rules={[{ required: true, whitespace: true }]}
                      >
                        <Input maxLength={100} autoComplete="organization" />
                      </Form.Item>
                    ) : (
                      <Form.Item name="institutionId" label={t("机构", "Institution")} rules={[{ required: true }]}>
                        <LinkPicker programme={one.programme} of="institution" />
                      </Form.Item>
                    )}
                  </>
                )
              );
            }}
          </Form.Item>
        </>
      }
      act={({ kind, claimantName, institutionId }, act) => {
        const one = chosen(kind);
        return claims.start({ programme: one?.programme ?? "", kind: one?.kind.name ?? "", claimantName, institutionId }, act);
      }}
      done={t("已新建草稿", "Draft started")}
      onDone={({ claim }) => navigate(`/claims/${claim.id}`)}
    />
  );
}
