using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.CaseFiles;
using Funding.Claims;
using Funding.Clawbacks;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.Duties;
using Funding.Histories;
using Funding.Grants;
using Funding.Ledger;
using Funding.Ledger.Vouchers;
using Funding.Notices;
using Funding.Objections;
using Funding.PayeeAccounts;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Receipts;
using Funding.Reconciliations;
using Funding.Rewards;
using Funding.Settlements;
using Funding.ShadowRuns;
using Funding.Spending;

namespace Funding;

/// <summary>Every address of the service, feature by feature.</summary>
internal static class FundingEndpoints
{
    public static void MapFunding(this RouteGroupBuilder api)
    {
        Map("today", ReadToday.Map);
        Map("accounts", ReadAccounts.Map, ReadHolds.Map, PlaceHold.Map, ReleaseHold.Map);
        Map("appropriations", ReadAppropriations.Map, ProposeAppropriation.Map, ApproveAppropriation.Map, WithdrawAppropriation.Map);
        Map("appropriation-changes", ReadChanges.Map, ProposeChange.Map, ApproveChange.Map, WithdrawChange.Map);
        Map("advances", ReadAdvances.Map, ProposeAdvance.Map, ApproveAdvance.Map, CancelAdvance.Map);
        Map("payments", ReadPayments.Map, CancelPayment.Map);
        Map("payment-runs", ReadPaymentRuns.Map, GatherPaymentRun.Map, SealPaymentRun.Map, DissolvePaymentRun.Map, ExportPaymentRun.Map, RecordResults.Map, ImportResults.Map);
        Map("payee-accounts", ReadPayeeAccounts.Map, ProposePayeeAccount.Map, DecidePayeeAccount.Map);
        Map("reconciliations", ReadReconciliations.Map, ImportStatement.Map, MatchAgain.Map, ExplainDifference.Map);
        Map("settlements", ReadSettlements.Map, ReadSettlementRuns.Map, OpenSettlementRun.Map, CommitSettlementRun.Map, DiscardSettlementRun.Map, PreviewGrades.Map);
        Map("clawbacks", ReadClawbacks.Map, ReadAgeing.Map, IssueNotice.Map, ReadNotices.Map, FileObjection.Map, ReadObjections.Map, RuleOnObjection.Map);
        Map("receipts", ReadReceipts.Map, RecordReceipt.Map, MatchReceipt.Map);
        Map(
            "clawback-decisions",
            ReadDecisions.Map,
            ClaimByDecision.Map,
            Offset.Map,
            WriteOff.Map,
            Refund.Map,
            PayInInstalments.Map,
            ApproveDecision.Map,
            WithdrawDecision.Map);
        Map("deadlines", ReadDeadlines.Map, ConfirmDeadlineCase.Map);
        Map("spending", ReadSpending.Map, SubmitStatement.Map, AttachVoucherFile.Map, VerifyStatement.Map, ConfirmStatement.Map, ReturnStatement.Map);
        Map("histories", ReadHistories.Map, MakeHistory.Map, ConfirmHistory.Map, DismissHistory.Map);
        Map("shadow-runs", ReadShadowRuns.Map, BringFiles.Map, MapTable.Map, StartShadowRun.Map, CompareShadowRuns.Map, ExportFindings.Map, DeleteShadowRun.Map);
        Map("ledger", ReadLedger.Map, ReadBalances.Map, ReadStatement.Map, ExportStatement.Map, ReadYearEnd.Map, ExportVouchers.Map, MakeCaseFile.Map);
        Map("claims", ReadClaims.Map, StartClaim.Map, SaveClaim.Map, AttachClaimFile.Map, SubmitClaim.Map, AssessClaim.Map, TurnDownClaim.Map);
        Map("grants", ReadGrants.Map, ApproveGrant.Map);
        Map("rewards", ReadRewardDecisions.Map, ProposeRewardDecision.Map, ConfirmRewardDecision.Map, GrantRewards.Map);

        void Map(string feature, params ReadOnlySpan<Action<RouteGroupBuilder>> useCases)
        {
            var group = api.MapGroup("").WithTags(feature);
            foreach (var useCase in useCases)
            {
                useCase(group);
            }
        }
    }
}
