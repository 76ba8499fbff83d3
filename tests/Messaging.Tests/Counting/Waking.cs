using Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests.Counting;

internal static class Waking
{
    /// <summary>Has the dispatcher look, as a commit would.</summary>
    public static void Wake(this IServiceProvider services) => services.GetRequiredService<OutboxSignal>().Raise();
}
