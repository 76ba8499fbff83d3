using System.Diagnostics;

namespace AppHost.Local.Processes;

/// <summary>A log file bounded in size: at <c>MaxBytes</c> it becomes <c>name.1.log</c>, and so on up to <c>Kept</c> files.</summary>
internal sealed class ResourceLog(string path, long maxBytes = ResourceLog.DefaultMaxBytes) : IDisposable
{
    public const long DefaultMaxBytes = 8 * 1024 * 1024;
    private const int Kept = 3;
    private static readonly TimeSpan ExistsCheckEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Stopwatch _sinceCheck = Stopwatch.StartNew();
    private StreamWriter? _writer;

    public string Path { get; } = path;

    /// <summary>The last line that says something, shown when the resource fails.</summary>
    public string? LastLine { get; private set; }

    public void WriteLine(string line)
    {
        lock (_gate)
        {
            LastLine = Tells(line) ? line.Trim() : LastLine;
            // A log folder deleted by hand is made anew rather than written to unseen.
            if (_sinceCheck.Elapsed > ExistsCheckEvery)
            {
                _sinceCheck.Restart();
                if (!File.Exists(Path))
                {
                    Close();
                }
            }

            _writer ??= Open();
            if (_writer.BaseStream.Length > maxBytes)
            {
                Close();
                Rotate();
                _writer = Open();
            }

            _writer.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
        }
    }

    // The frames below an exception say nothing to a person.
    private static bool Tells(string line) =>
        !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal);

    private StreamWriter Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return new StreamWriter(new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void Rotate()
    {
        for (var number = Kept - 1; number >= 0; number--)
        {
            if (File.Exists(Numbered(number)))
            {
                File.Move(Numbered(number), Numbered(number + 1), overwrite: true);
            }
        }
    }

    private string Numbered(int number) => number == 0 ? Path : System.IO.Path.ChangeExtension(Path, $".{number}.log");
}
