import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { open } from "../api/open";
import { CertificateSheet } from "../certificates/CertificateSheet";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";

/** Whether a certificate is genuine, and what the body is today. */
export function CertificateCheck() {
  const { t } = useText();
  const { code = "" } = useParams();
  const certificate = useQuery({ queryKey: ["public-certificate", code], queryFn: () => open.certificate(code) });
  return (
    <Loaded query={certificate}>
      {(value) => (
        <Page title={t("证书查验", "Certificate check")} parent={{ to: "/public/verify", name: t("查验", "Verify") }}>
          <Alert
            className="verify-result"
            type={value.valid ? "success" : "warning"}
            showIcon
            title={
              value.valid
                ? t(`证书真实有效（${value.checkedOn}）`, `Genuine and valid on ${value.checkedOn}`)
                : t(
                    `证书真实，但在 ${value.checkedOn} 已不具有认定资格或已换发`,
                    `Genuine, but on ${value.checkedOn} it no longer counts`,
                  )
            }
          />
          <section className="prints">
            <CertificateSheet certificate={value} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
