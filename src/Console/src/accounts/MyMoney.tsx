import { useQuery } from "@tanstack/react-query";
import { funding } from "../api/funding";
import { registry } from "../api/registry";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";
import { AccountDetails } from "./AccountDetails";

/** An operator's own money, one account per programme. */
export function MyMoney() {
  const { t } = useText();
  const { organisation } = useSession();
  const mine = useQuery({
    queryKey: ["accounts", "mine", organisation],
    queryFn: async () => {
      const institutions = await registry.institutions({ limit: "100" });
      const own = institutions.items.filter((one) => one.implementingBodyCode === organisation);
      return Promise.all(own.map((one) => funding.account(one.id)));
    },
  });
  return (
    <Loaded query={mine}>
      {(accounts) =>
        accounts.length === 0 ? (
          <Page title={t("我的资金", "My money")}>
            <Empty
              text={t("列入建设后，补助资金会显示在这里。", "Once your body is under construction, its money shows here.")}
            />
          </Page>
        ) : (
          accounts.map((one) => <AccountDetails key={one.account.institutionId} {...one} />)
        )
      }
    </Loaded>
  );
}
