import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { recognition } from "../api/recognition";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";
import { CertificateSheet } from "./CertificateSheet";

/** An institution's certificate, to be printed. */
export function CertificatePage() {
  const { t } = useText();
  const { id = "" } = useParams();
  const { jurisdiction } = useSession();
  const certificate = useQuery({ queryKey: ["certificate", id], queryFn: () => recognition.certificate(id) });
  return (
    <Loaded query={certificate}>
      {(value) => (
        <Page title={t("认定证书", "Certificate")} parent={{ to: `/institutions/${id}`, name: value.name }}>
          <section className="prints">
            <CertificateSheet certificate={value} issuer={jurisdiction ?? undefined} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
