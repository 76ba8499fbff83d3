using Packs;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Extensions;

/// <summary>The city strikes the record of an extension that nobody has confirmed.</summary>
internal static class StrikeExtension
{
    public static void Map(IEndpointRouteBuilder extensions) => extensions
        .MapDelete("/{id:guid}", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Strikes an extension that nobody has confirmed");

    private static async Task<Answer<ExtensionView>> HandleAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<ExtensionView>(
            async ct =>
            {
                if (!(await ConfirmExtension.FindAsync(db, id, seen, caller, ct)).Accepted(out var extension, out var missing))
                {
                    return missing;
                }

                var clause = (await packs.RulingAsync(extension.Report.Programme, extension.Report.To, ct)).ClauseOf(PackQuestions.Report);
                if (ConfirmExtension.CheckOpen(extension, clause) is { } confirmed)
                {
                    return confirmed;
                }

                db.Remove(extension);
                return ExtensionView.Of(extension, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
