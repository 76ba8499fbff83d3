using Contracts.Registry;

namespace Reporting.Tests.Registers;

/// <summary>Entries of registers, as Registry tells of them.</summary>
internal static class Told
{
    /// <summary>An entry that stands in its first state from its first day on.</summary>
    public static EntryChanged Entry(string programme, string register, Guid? about, DateOnly from, string state, params (string Field, string Text)[] answers) => new()
    {
        EntryId = Guid.CreateVersion7(),
        Version = 1,
        Programme = programme,
        Jurisdiction = "ezhou",
        District = "echeng",
        Register = register,
        InstitutionId = about,
        From = from,
        States = [new EntryState { State = state, On = from }],
        Answers = [.. answers.Select(answer => new EntryAnswer { Field = answer.Field, Text = answer.Text })],
    };
}
