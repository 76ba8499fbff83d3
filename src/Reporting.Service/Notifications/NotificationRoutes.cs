namespace Reporting.Notifications;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class NotificationRoutes
{
    public static void MapNotifications(this IEndpointRouteBuilder service)
    {
        var notifications = service.MapGroup("/notifications").WithTags("Notifications");
        ReadInbox.Map(notifications);
        MarkRead.Map(notifications);
    }
}
