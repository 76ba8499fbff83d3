using Registry.Registers;
using ServiceDefaults.Authentication;

namespace Registry.Reminders;

/// <summary>The addresses of reminders: whoever looks into registers sees what they remind of.</summary>
internal static class ReminderEndpoints
{
    public static void MapReminders(this RouteGroupBuilder api)
    {
        var reminders = api.MapGroup("/reminders").WithTags("registers");
        reminders.MapGet("", ReadReminders.HandleAsync).RequireRoles(EntryAccess.Concerned);
        reminders.MapGet("/{programme}/{reminder}", ReadReminders.ListAsync).RequireRoles(EntryAccess.Concerned);
    }
}
