using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Authentication;
using System.Security.Claims;

namespace ServiceDefaults.AccessLog;

/// <summary>Notes each request to the service's own addresses, the refused ones as well, once it has been answered.</summary>
internal static class RecordAccess
{
    private const string Ours = "/api/";
    private const int LongestText = 100;
    private const int LongestRoute = 200;

    /// <summary>Stands before authentication, so that who was turned away is noted too.</summary>
    public static void UseAccessLog(this WebApplication app)
    {
        var (queue, system) = (app.Services.GetRequiredService<AccessQueue>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                if (EntryOf(context, system.GetUtcNow()) is { } entry)
                {
                    await AddAsync(queue, entry);
                }
            }
        });
    }

    /// <summary>What is noted of a request; null for what is nobody's: unknown addresses, and what the public reads.</summary>
    public static AccessEntry? EntryOf(HttpContext context, DateTimeOffset now)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var person = context.User.FindFirstValue(Claims.Subject);
        if (pattern?.StartsWith(Ours, StringComparison.Ordinal) != true || (person is null && HttpMethods.IsGet(context.Request.Method)))
        {
            return null;
        }

        return new AccessEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            Person = Cut(person),
            PersonName = Cut(context.User.FindFirstValue(Claims.FullName) ?? context.User.FindFirstValue(Claims.Name)),
            Jurisdiction = Cut(context.User.FindFirstValue(Claims.Jurisdiction)),
            Method = context.Request.Method,
            Route = Cut(pattern, LongestRoute)!,
            SubjectId = Cut(SubjectOf(context)),
            Status = context.Response.StatusCode,
        };
    }

    private static string? SubjectOf(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status201Created && context.Response.Headers.Location.ToString() is { Length: > 0 } created)
        {
            return created[(created.LastIndexOf('/') + 1)..];
        }

        return context.Request.RouteValues.TryGetValue("id", out var id)
            ? id?.ToString()
            : context.Request.RouteValues.Count > 0 ? string.Join('/', context.Request.RouteValues.Values) : null;
    }

    private static async Task AddAsync(AccessQueue queue, AccessEntry entry)
    {
        try
        {
            await queue.AddAsync(entry);
        }
        catch (ChannelClosedException)
        {
            // The server has stopped taking requests before the log is closed; only a request cut off by the stop ends here.
        }
    }

    private static string? Cut(string? text, int longest = LongestText) => text?.Length > longest ? text[..longest] : text;
}
