namespace Funding.Tests.History.Models;

/// <summary>An advance.</summary>
internal sealed class ModelPayment(int body, int year, long fen, Guid id, DateOnly allottedOn, ModelPayment? replaces = null, bool topUp = false)
{
    public int Body { get; } = body;

    public int Year { get; } = year;

    public long Fen { get; } = fen;

    public Guid Id { get; } = id;

    public DateOnly AllottedOn { get; } = allottedOn;

    /// <summary>What failed or came back and is paid again by it.</summary>
    public ModelPayment? Replaces { get; } = replaces;

    /// <summary>Whether it tops a settled year up, itself or what it pays again.</summary>
    public bool TopUp { get; } = topUp || replaces?.TopUp == true;

    public Guid? Run { get; set; }

    /// <summary>What the bank said, and of which day: told again, it says the same.</summary>
    public Dictionary<string, DateOnly> BankDays { get; } = [];

    public string Status { get; set; } = "proposed";

    public bool IsLive => Status is "approved" or "exported" or "paid";
}
