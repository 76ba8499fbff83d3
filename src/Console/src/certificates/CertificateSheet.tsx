import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Certificate } from "../api/types";
import { Status } from "../shared/Status";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";
import "./certificate.css";

/** A certificate of recognition, for screen and for A4; whoever holds it checks it by its code (ZS-17). */
export function CertificateSheet({ certificate, issuer }: { certificate: Certificate; issuer?: string }) {
  const { t } = useText();
  const address = `${window.location.origin}/public/certificates/${certificate.code}`;
  return (
    <article className="certificate printable" aria-label={t("认定证书", "Certificate of recognition")}>
      <Button className="no-print certificate-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t("打印", "Print")}
      </Button>
      <h2>{t("认定证书", "Certificate of recognition")}</h2>
      <p className="certificate-name">{certificate.name}</p>
      <p>
        {t(
          `依据 ${certificate.documentNumber}，自 ${certificate.recognisedOn} 起认定为${certificate.title?.zh ?? ""}。`,
          `Recognised under “${certificate.title?.en ?? certificate.programme}” by ${certificate.documentNumber}, from ${certificate.recognisedOn}.`,
        )}
      </p>
      <dl>
        <div>
          <dt>{t("实施主体", "Implementing body")}</dt>
          <dd>{certificate.implementingBodyName}</dd>
        </div>
        {certificate.centreName && (
          <div>
            <dt>{t("机构法人", "Body of its own")}</dt>
            <dd>{certificate.centreName}</dd>
          </div>
        )}
        <div>
          <dt>{t(`${certificate.checkedOn} 的状态`, `Standing on ${certificate.checkedOn}`)}</dt>
          <dd>
            {certificate.standing ? <Status value={certificate.standing} of="standing" /> : "—"}
            {certificate.standingSince && t(`自 ${certificate.standingSince}`, `since ${certificate.standingSince}`)}
          </dd>
        </div>
        <div>
          <dt>{t("证书编码", "Certificate code")}</dt>
          <dd>
            <code>{certificate.code}</code>
          </dd>
        </div>
        <div>
          <dt>{t("查验地址", "Check it at")}</dt>
          <dd>{address}</dd>
        </div>
      </dl>
      {issuer && <p className="certificate-issuer">{t(jurisdictionName(issuer))}</p>}
    </article>
  );
}
