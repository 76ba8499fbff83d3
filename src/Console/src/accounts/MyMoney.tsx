import { useQuery } from "@tanstack/react-query";
import { funding } from "../api/funding";
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
      const own = await funding.accounts({ limit: "100" });
      return Promise.all(own.items.map((one) => funding.account(one.institutionId)));
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
