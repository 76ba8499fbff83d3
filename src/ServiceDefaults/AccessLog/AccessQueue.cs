using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.AccessLog;

/// <summary>The entries that wait to be written.</summary>
internal sealed class AccessQueue(IOptions<AccessLogOptions> options)
{
    private readonly Channel<AccessEntry> channel = Channel.CreateBounded<AccessEntry>(
        new BoundedChannelOptions(options.Value.Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public ChannelReader<AccessEntry> Reader => channel.Reader;

    /// <summary>Takes an entry, waiting for room; the person has the answer already.</summary>
    public ValueTask AddAsync(AccessEntry entry) => channel.Writer.WriteAsync(entry, CancellationToken.None);

    /// <summary>Nothing more comes: the writer ends once it has written what is here.</summary>
    public void Close() => channel.Writer.TryComplete();
}
