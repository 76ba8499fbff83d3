using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Sessions;

/// <summary>
/// Things kept under an unguessable handle for one lifespan. It never holds more than <paramref name="capacity"/>: past that the
/// oldest goes first. All entries of a store live equally long, so the order of arrival is the order of expiry.
/// </summary>
internal sealed class BoundedStore<T>(TimeProvider time, TimeSpan lifespan, int capacity) where T : class
{
    private const int HandleBytes = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Queue<string> arrivals = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    public string Add(T value)
    {
        var handle = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(HandleBytes));
        lock (gate)
        {
            entries[handle] = new Entry(value, time.GetUtcNow() + lifespan);
            arrivals.Enqueue(handle);
            Trim();
        }

        return handle;
    }

    public bool TryGet(string? handle, [NotNullWhen(true)] out T? value)
    {
        lock (gate)
        {
            value = handle is not null && entries.TryGetValue(handle, out var entry) && entry.ExpiresAt > time.GetUtcNow() ? entry.Value : null;
            return value is not null;
        }
    }

    public void Remove(string handle)
    {
        lock (gate)
        {
            entries.Remove(handle);
        }
    }

    private void Trim()
    {
        var now = time.GetUtcNow();
        while (arrivals.TryPeek(out var oldest) && (arrivals.Count > capacity || !entries.TryGetValue(oldest, out var entry) || entry.ExpiresAt <= now))
        {
            entries.Remove(arrivals.Dequeue());
        }
    }

    private sealed record Entry(T Value, DateTimeOffset ExpiresAt);
}
