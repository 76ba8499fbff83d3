using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace ServiceDefaults.Attachments;

/// <summary>Asks clamd, the virus scanner's daemon, about a file (its INSTREAM command).</summary>
internal sealed class Clamd(string host, int port)
{
    private const int PieceBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The name of what was found; null for a clean file.</summary>
    /// <exception cref="IOException">The scanner does not answer or cannot scan.</exception>
    public async Task<string?> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            await using var wire = client.GetStream();
            await SendAsync(file, wire, limit.Token);
            using var reader = new StreamReader(wire, Encoding.UTF8);
            return Read((await reader.ReadToEndAsync(limit.Token)).TrimEnd('\0', '\n'));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"The virus scanner at {host}:{port} does not answer.", e);
        }
    }

    private static async Task SendAsync(Stream file, NetworkStream wire, CancellationToken cancellationToken)
    {
        await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = new byte[PieceBytes + sizeof(uint)];
        int read;
        while ((read = await file.ReadAsync(piece.AsMemory(sizeof(uint)), cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(piece, (uint)read);
            await wire.WriteAsync(piece.AsMemory(0, sizeof(uint) + read), cancellationToken);
        }

        await wire.WriteAsync(new byte[sizeof(uint)], cancellationToken);
    }

    private static string? Read(string answer)
    {
        if (answer == "stream: OK")
        {
            return null;
        }

        return answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal)
            ? answer["stream: ".Length..^" FOUND".Length]
            : throw new IOException($"The virus scanner could not scan: {answer}");
    }
}
