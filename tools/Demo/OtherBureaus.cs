namespace Demo;

/// <summary>What the other bureaus' programmes do, once Zhoushan's story is over: Ezhou's offshore bodies and Hubei's zone.</summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class OtherBureaus(Platform platform, Narrator tell)
{
    private static readonly DateOnly FirstDay = new(2031, 1, 6);

    /// <summary>Plays it once, into a platform whose business clock has not passed its first day.</summary>
    public async Task<IReadOnlyDictionary<string, Refused>> PlayAsync()
    {
        var facts = new FiveYearsFacts();
        if (await platform.TodayAsync() >= FirstDay)
        {
            return facts.Refusals;
        }

        var stage = new Stage(platform, tell, facts);
        await new EzhouOffshore(stage).PlayAsync(FirstDay);
        await new HubeiZone(stage).PlayAsync(new(2032, 2, 9));
        return facts.Refusals;
    }
}
