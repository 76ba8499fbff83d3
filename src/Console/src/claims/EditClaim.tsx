import { useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useCallback, useRef, useState } from "react";
import { type ClaimDetail, claims } from "../api/claims";
import { toProblem } from "../api/problem";
import type { Answers, ClaimKind, Pack } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { cleaned, missingFields } from "../shared/packForm/answers";
import { DraftNote } from "../shared/packForm/DraftNote";
import { PackForm } from "../shared/packForm/PackForm";
import { useDraft } from "../shared/packForm/useDraft";
import { type FieldProblem, problemsOf } from "../shared/problems";
import { useText } from "../shell/text";
import type { ClaimStart } from "./ClaimPage";
import { ProofFiles } from "./ProofFiles";
import { proofNumbers } from "./proofs";

type EditProps = ClaimStart & { pack: Pack; kind: ClaimKind };

/** A claim, saved as one types, until it is handed in. */
export function EditClaim({ start, reload, ...rest }: EditProps) {
  const [opened, setOpened] = useState(start);
  const startAnew = async () => setOpened((await reload()) ?? opened);
  return <Draft key={opened.etag} start={opened} startAnew={startAnew} {...rest} />;
}

function Draft({ start, startAnew, pack, kind }: Omit<EditProps, "reload"> & { startAnew: () => Promise<void> }) {
  const { t } = useText();
  const queries = useQueryClient();
  const { claim, answers: saved, payeeName, payeeAccount } = start.value;
  const payee = useRef({ payeeName: payeeName ?? "", payeeAccount: payeeAccount ?? "" });
  const save = useCallback(
    (answers: Answers, tag: string | null) => claims.save(claim.id, { answers: cleaned(answers), ...payee.current }, tag),
    [claim.id],
  );
  const { answers, change, flush, settle, etag: latest, state, error } = useDraft({ value: saved, etag: start.etag }, save);
  const [files, setFiles] = useState(start.value.files);
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const evidence = kind.proofs?.evidence;
  const attachments = files.map(({ field, file }) => ({ ...file, field }));
  const absent = missingFields(kind.fields, answers, attachments);
  const attach = async (field: string, file: File, proof?: string) => {
    await flush();
    const sent = await claims.attach(claim.id, field, file, proof);
    setFiles((now) => [...now, sent]);
    await startAnew();
  };
  const typed = (part: Partial<typeof payee.current>) => {
    payee.current = { ...payee.current, ...part };
    change({ ...answers });
  };
  const submit = async () => {
    setTried(true);
    await settle();
    try {
      return await claims.submit(claim.id, { etag: latest() });
    } catch (refused) {
      setProblems(problemsOf(toProblem(refused)));
      throw refused;
    }
  };
  return (
    <section className="panel">
      <h2>{t("申领表", "Form")}</h2>
      <PackForm
        programme={pack.programme}
        fields={kind.fields.filter((field) => field.name !== evidence)}
        categories={pack.categories}
        answers={answers}
        onChange={change}
        attachments={attachments}
        attachmentAddress={claims.fileAddress}
        attach={attach}
        detach={async (fileId) => {
          await flush();
          await claims.detach(claim.id, fileId);
          setFiles((now) => now.filter(({ file }) => file.id !== fileId));
          await startAnew();
        }}
        reasons={problems.map(({ field, zh, en }) => ({ field, reason: t(zh, en) }))}
        showMissing={tried}
      />
      {evidence && (
        <ProofFiles
          label={kind.fields.find((field) => field.name === evidence)?.label}
          numbers={proofNumbers(answers, kind)}
          files={files}
          attach={(file, proof) => attach(evidence, file, proof)}
        />
      )}
      <Form layout="vertical">
        <Form.Item label={t("收款户名", "Payee")} required>
          <Input
            defaultValue={payee.current.payeeName}
            maxLength={100}
            onChange={(event) => typed({ payeeName: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("银行账号", "Bank account")} required>
          <Input
            defaultValue={payee.current.payeeAccount}
            maxLength={34}
            autoComplete="off"
            onChange={(event) => typed({ payeeAccount: event.target.value })}
          />
        </Form.Item>
      </Form>
      <div className="sticky-actions">
        <DraftNote state={state} error={error} reload={() => void startAnew()} retry={() => void flush()} />
        <span className="secondary">
          {absent.length === 0
            ? t("必填项已齐", "All required answers are given")
            : t(`还有 ${absent.length} 项必填`, `${absent.length} required answers are missing`)}
        </span>
        <ActionButton<object, ClaimDetail>
          label={t("提交申领", "Hand in")}
          type="primary"
          disabled={state === "conflict"}
          consequence={t(
            "提交后由财政经办逐笔核定，另一人批准后支付。",
            "Finance looks at each payment; another person approves before it is paid.",
          )}
          act={submit}
          done={t("已提交", "Handed in")}
          onDone={() => void queries.invalidateQueries({ queryKey: ["claim", claim.id] })}
        />
      </div>
    </section>
  );
}
