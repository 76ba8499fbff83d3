using System.Text.Json;

namespace ServiceDefaults.Problems;

/// <summary>A JSON value that has the wrong shape for its field, said for people. The serializer adds the path.</summary>
internal sealed class BadValueException(string zh, string en) : JsonException(message: null)
{
    /// <summary>What to do, in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>What to do, in English.</summary>
    public string En { get; } = en;
}
