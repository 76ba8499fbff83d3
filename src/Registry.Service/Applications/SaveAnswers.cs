using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>Saves a draft as one types: it may be incomplete and wrong, but only in fields that the form has.</summary>
internal static class SaveAnswers
{
    internal sealed record SaveRequest(JsonElement Answers);

    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id,
        SaveRequest request,
        IfMatch seen,
        HttpContext http,
        RegistryDb db,
        ApplicationDesk desk,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.ChangeAsync(
            db.Applications.OwnedBy(caller),
            id,
            seen,
            async (application, ct) =>
            {
                var ruling = await packs.RulingAsync(application.Programme, clock.Today, caller, ct);
                return ruling.Accepted(out var pack, out var unknown) ? Decide(application, request.Answers, pack, caller) : unknown;
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<Application> Decide(Application application, JsonElement answers, PolicyPack pack, Caller caller)
    {
        if (application.CheckEditable(pack, pack.ClauseOf(Procedure.Application)) is { } closed)
        {
            return closed;
        }

        if (answers.ValueKind != JsonValueKind.Object)
        {
            return Refusal.BadInput("answers", answers.ValueKind.ToString(), "申报内容应为一个对象。", "The answers must be an object.");
        }

        var stray = answers.EnumerateObject()
            .Select(answer => answer.Name)
            .FirstOrDefault(name => !pack.Fields.Any(field => field.Name == name && field.Type != FieldType.Attachment));
        if (stray is not null)
        {
            return Refusal.BadInput("answers", stray, $"申请表中没有填报项“{stray}”。", $"The form has no field '{stray}'.");
        }

        application.Answers = answers.GetRawText();
        application.FiledFrom(caller.Subject);
        return application;
    }
}
