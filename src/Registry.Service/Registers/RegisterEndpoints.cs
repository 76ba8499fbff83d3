using Registry.Matches;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>
/// The addresses of registers and their entries. Who may make one and take which step stands in the pack, so the endpoints admit every
/// role that a pack can name.
/// </summary>
internal static class RegisterEndpoints
{
    private static readonly string[] Keepers = [Roles.Operator, Roles.DistrictReviewer, Roles.ParkReviewer, Roles.CityReviewer, Roles.Leader];

    public static void MapRegisters(this RouteGroupBuilder api)
    {
        var registers = api.MapGroup("/registers").WithTags("registers");
        registers.MapGet("", ReadRegisters.HandleAsync).RequireRoles(EntryAccess.Concerned);
        registers.MapGet("/{programme}/{register}/entries", ListEntries.HandleAsync).RequireRoles(EntryAccess.Concerned);
        registers.MapGet("/{programme}/{register}/export", ExportEntries.HandleAsync).RequireRoles(EntryAccess.Concerned);
        registers.MapGet("/{programme}/{register}/known", FindKnown.HandleAsync).RequireRoles(Keepers);
        registers.MapPost("/{programme}/{register}/entries", StartEntry.HandleAsync).RequireRoles(Keepers);

        var entries = api.MapGroup("/entries").WithTags("registers");
        entries.MapGet("/{id:guid}", GetEntry.HandleAsync).RequireRoles(EntryAccess.Concerned);
        entries.MapPut("/{id:guid}", SaveEntry.HandleAsync).RequireRoles(Keepers);
        entries.MapDelete("/{id:guid}", DiscardDraft.HandleAsync).RequireRoles(Keepers);
        entries.MapPost("/{id:guid}/file", FileEntry.HandleAsync).RequireRoles(Keepers);
        entries.MapPost("/{id:guid}/steps/{step}", TakeStep.HandleAsync).RequireRoles(Keepers);
        entries.MapPost("/{id:guid}/attachments", AttachToEntry.HandleAsync).AcceptsAttachment().RequireRoles(Keepers);
        entries.MapDelete("/{id:guid}/attachments/{attachmentId:guid}", AttachToEntry.RemoveAsync).RequireRoles(Keepers);
        entries.MapGet("/{id:guid}/attachments/{attachmentId:guid}", AttachToEntry.GetAsync).RequireRoles(EntryAccess.Concerned);
        entries.MapGet("/{id:guid}/matches", ReadMatches.HandleAsync).RequireRoles(EntryAccess.Concerned);
        entries.MapPost("/{id:guid}/pushes", PushMatch.HandleAsync).RequireRoles(Keepers);

        var pushes = api.MapGroup("/pushes").WithTags("registers");
        pushes.MapGet("", ReadPushes.HandleAsync).RequireRoles(EntryAccess.Concerned);
        pushes.MapPost("/{id:guid}/answer", AnswerPush.HandleAsync).RequireRoles(Keepers);

        var open = api.MapGroup("/public/registers").AllowAnonymous().WithTags("public");
        open.MapGet("", ListPublicEntries.RegistersAsync);
        open.MapGet("/{programme}/{register}", ListPublicEntries.HandleAsync);
    }
}
