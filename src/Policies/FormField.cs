using System.Text.Json.Serialization;

namespace Policies;

/// <summary>What a form field takes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldType>))]
public enum FieldType
{
    /// <summary>One line of text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Several lines of text.</summary>
    [JsonStringEnumMemberName("long-text")]
    LongText,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("whole-number")]
    WholeNumber,

    /// <summary>An amount in fen.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>A day, ISO.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>A day that is not in the future, ISO.</summary>
    [JsonStringEnumMemberName("past-day")]
    PastDay,

    /// <summary>True or false.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>One of the field's options.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>One of the pack's categories.</summary>
    [JsonStringEnumMemberName("category")]
    Category,

    /// <summary>A unified social credit code.</summary>
    [JsonStringEnumMemberName("social-credit-code")]
    SocialCreditCode,

    /// <summary>A list of items, each with the field's own fields.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>A text that was given elsewhere in the form: one of <see cref="FormField.Of"/>.</summary>
    [JsonStringEnumMemberName("reference")]
    Reference,

    /// <summary>Some of the field's options, each once.</summary>
    [JsonStringEnumMemberName("choices")]
    Choices,

    /// <summary>Short words, each once: what entries are searched and matched by.</summary>
    [JsonStringEnumMemberName("words")]
    Words,

    /// <summary>The ID of what <see cref="FormField.Of"/> names: an <c>institution</c>, or an entry of a register.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>An attached file; it is not among the answers.</summary>
    [JsonStringEnumMemberName("attachment")]
    Attachment,
}

/// <summary>One of several answers to choose from.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record Option(string Key, Label Label);

/// <summary>When a field must be answered.</summary>
/// <param name="Always">Whether always.</param>
/// <param name="Field">Otherwise, the other field that decides; null = never.</param>
/// <param name="Is">And the answers there that make this one required.</param>
public sealed record Requirement(bool Always, string? Field, IReadOnlyList<string> Is);

/// <summary>A field of the application form.</summary>
public sealed record FormField
{
    /// <summary>Its name among the answers, camel case; a list's items have names of their own.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required Label Label { get; init; }

    /// <summary>What it takes.</summary>
    public required FieldType Type { get; init; }

    /// <summary>When it must be answered.</summary>
    public required Requirement Required { get; init; }

    /// <summary>Which clause asks for it.</summary>
    public required Citation Citation { get; init; }

    /// <summary>A word of help.</summary>
    public Label? Help { get; init; }

    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>A list's own fields.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>The longest text, or the largest number of items or of attached files.</summary>
    public required int Max { get; init; }

    /// <summary>Of a report's figure, what the platform knows of it; null = nothing.</summary>
    public RegisterCount? Known { get; init; }

    /// <summary>Where the texts stand that a reference may name: <c>leadBodies.name</c>; of a link, what it leads to.</summary>
    public string? Of { get; init; }

    /// <summary>The programme whose institutions a link leads to; null = the pack's own.</summary>
    public string? Programme { get; init; }

    /// <summary>What conditions may read of whatever a link leads to: <c>carrier.level</c>.</summary>
    public IReadOnlyList<LinkRead> Reads { get; init; } = [];

    /// <summary>The parameter that holds a form of text which this field may not have.</summary>
    public string? Unlike { get; init; }
}
