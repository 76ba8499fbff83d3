using Funding.Advances;
using Funding.Decisions;
using Funding.Grants;
using Funding.PaymentRuns;
using Funding.Reconciliations;
using ServiceDefaults.Clock;

namespace Funding.Payments;

/// <summary>What every write on payments works with.</summary>
internal static class PaymentsRegistration
{
    // The order of the concerns is the order in which turns are taken: bodies first, then claimants.
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddScoped<IPaymentConcern, AdvanceConcern>()
        .AddScoped<IPaymentConcern, OffsetConcern>()
        .AddScoped<IPaymentConcern, GrantConcern>()
        .AddScoped<PaymentConcerns>()
        .AddScoped<AnswerRun>()
        .AddScoped<IBookedMovements, BookedPayments>()
        .AddScoped<IBookedMovements, BookedReceipts>()
        .AddScoped<IBookedMovements, BookedRefunds>()
        .AddScoped<MatchDay>()
        .AddSweep<SweepReconciliations>();
}
