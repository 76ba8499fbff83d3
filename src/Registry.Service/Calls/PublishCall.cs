using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Calls;

/// <summary>The city publishes a call for applications of some categories, with its first and last day (EO-08).</summary>
internal static class PublishCall
{
    public const int MaxTitle = 200;
    public const int MaxMaterials = 8000;
    private const int MaxCategories = 50;

    /// <summary>The call; both days belong to it.</summary>
    internal sealed record CallRequest(
        string Programme, string Title, IReadOnlyList<string> Categories, DateOnly OpensOn, DateOnly ClosesOn, string DocumentNumber, string Materials);

    public static async Task<CreatedAnswer<CallView>> HandleAsync(
        CallRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Call>(
            async ct =>
            {
                if (!(await packs.InForceAsync(request.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var closed))
                {
                    return closed;
                }

                // P-6: what would be handed in after the plan's end is not asked for.
                if ((await packs.InForceAsync(request.Programme, request.ClosesOn, clock.Today, caller, ct)).Refusal is { } ended)
                {
                    return ended.With("closesOn", request.ClosesOn);
                }

                var taken = await db.Calls.AnyAsync(c => c.Jurisdiction == caller.Jurisdiction && c.DocumentNumber == request.DocumentNumber.Trim(), ct);
                var decided = Decide(request, taken, pack, caller, clock.UtcNow);
                if (decided.Accepted(out var call, out _))
                {
                    db.Calls.Add(call);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(call => CallView.Of(call, clock.UtcNow), view => $"/api/registry/calls/{view.Id}");
    }

    public static Outcome<Call> Decide(CallRequest request, bool numberTaken, PolicyPack pack, Caller caller, DateTime now)
    {
        var (today, clause) = (BusinessClock.DayOf(now), pack.ClauseOf(Procedure.Call));
        var refused = CheckShape(request, pack, clause)
            ?? CheckDays(request, today, clause)
            ?? Documents.Check(request.DocumentNumber, "opensOn", today, today, clause)
            ?? (numberTaken ? Documents.Taken(request.DocumentNumber, clause, "通知", "call") : null);
        return refused is not null
            ? refused
            : new Call
            {
                Programme = pack.Programme,
                Jurisdiction = pack.Jurisdiction,
                Title = request.Title.Trim(),
                Categories = [.. request.Categories],
                OpensOn = request.OpensOn,
                ClosesOn = request.ClosesOn,
                DocumentNumber = request.DocumentNumber.Trim(),
                Materials = request.Materials.Trim(),
                Clause = clause,
                PublishedAt = now,
                PublishedBySubject = caller.Subject,
                PublishedByName = caller.SignedName(),
            };
    }

    /// <summary>The categories whose applications take a route with calls.</summary>
    public static IReadOnlyList<Category> CalledCategories(PolicyPack pack)
    {
        var field = pack.Fields.FirstOrDefault(f => f.Type == FieldType.Category)?.Name;
        return field is null || !pack.Routes.Any(route => route.Takes(Route.Call))
            ? []
            : [.. pack.Categories.Where(category => RouteOf(category)?.Takes(Route.Call) != false)];

        // Null where another answer decides on the route: then the category may be called for.
        Route? RouteOf(Category category) =>
            pack.Route(JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = category.Key }));
    }

    private static Refusal? CheckShape(CallRequest request, PolicyPack pack, string clause)
    {
        var known = CalledCategories(pack);
        if (known.Count == 0)
        {
            return Refusal.Conflict("no-calls", clause, "该项目不按通知申报。", "This programme takes no applications by call.").With("programme", pack.Programme);
        }

        if (request.Title.Trim().Length is 0 or > MaxTitle)
        {
            return Refusal.BadInput("title", request.Title.Length, $"请填写通知名称，不超过 {MaxTitle} 字。", $"Give the call a title of at most {MaxTitle} characters.");
        }

        if (request.Materials.Trim().Length is 0 or > MaxMaterials)
        {
            return Refusal.BadInput("materials", request.Materials.Length, $"请写明申报材料和要求，不超过 {MaxMaterials} 字。", $"Say what is asked for, in at most {MaxMaterials} characters.");
        }

        return request.Categories.Count is 0 or > MaxCategories
            || request.Categories.Distinct(StringComparer.Ordinal).Count() != request.Categories.Count
            || !request.Categories.All(given => known.Any(category => category.Key == given))
            ? Refusal.BadInput("categories", request.Categories.Count, "请选择按通知申报的类型，且不得重复。", "Choose categories that are applied for by call, each once.")
                .With("known", known.Select(category => category.Key))
            : null;
    }

    // A call is published ahead or on its first day: nobody is asked to have applied yesterday.
    private static Refusal? CheckDays(CallRequest request, DateOnly today, string clause)
    {
        if (request.OpensOn < today)
        {
            return Refusal.Conflict("opens-in-past", clause, $"开始日期 {request.OpensOn:yyyy-MM-dd} 早于今天 {today:yyyy-MM-dd}。", $"The first day, {request.OpensOn:yyyy-MM-dd}, is before today, {today:yyyy-MM-dd}.")
                .With("opensOn", request.OpensOn).With("today", today);
        }

        return request.ClosesOn < request.OpensOn
            ? Refusal.BadInput("closesOn", request.ClosesOn, "截止日期不得早于开始日期。", "The last day cannot be before the first.").With("opensOn", request.OpensOn)
            : null;
    }
}
