using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Clawbacks;
using Funding.Ledger;
using Funding.PaymentRuns;
using Funding.Settlements;

namespace Funding;

/// <summary>Every address of the service, feature by feature.</summary>
internal static class FundingEndpoints
{
    public static void MapFunding(this RouteGroupBuilder api)
    {
        ReadAccounts.Map(api);
        PlaceHold.Map(api);
        ReleaseHold.Map(api);

        ReadAppropriations.Map(api);
        ProposeAppropriation.Map(api);
        ApproveAppropriation.Map(api);
        WithdrawAppropriation.Map(api);

        ReadAdvances.Map(api);
        ProposeAdvance.Map(api);
        ApproveAdvance.Map(api);
        CancelAdvance.Map(api);

        ReadPaymentRuns.Map(api);
        GatherPaymentRun.Map(api);
        SealPaymentRun.Map(api);
        DissolvePaymentRun.Map(api);
        RecordResults.Map(api);

        ReadSettlements.Map(api);
        ReadClawbacks.Map(api);
        RecordReceipt.Map(api);
        ReadLedger.Map(api);
    }
}
