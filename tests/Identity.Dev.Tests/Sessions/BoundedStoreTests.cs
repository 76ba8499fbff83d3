using Identity.Dev.Sessions;

namespace Identity.Dev.Tests.Sessions;

public sealed class BoundedStoreTests
{
    private readonly ManualTime time = new();

    [Fact]
    public void It_never_holds_more_than_its_capacity_and_drops_the_oldest_first()
    {
        var store = new BoundedStore<string>(time, TimeSpan.FromMinutes(1), capacity: 3);

        var handles = Enumerable.Range(0, 5).Select(i => store.Add($"{i}")).ToList();

        store.Count.ShouldBe(3);
        store.TryGet(handles[1], out _).ShouldBeFalse();
        store.TryGet(handles[2], out _).ShouldBeTrue();
    }

    [Fact]
    public void What_has_expired_is_neither_found_nor_kept()
    {
        var store = new BoundedStore<string>(time, TimeSpan.FromMinutes(1), capacity: 100);
        var old = store.Add("old");

        time.Advance(TimeSpan.FromMinutes(1));

        store.TryGet(old, out _).ShouldBeFalse();
        store.Add("new");
        store.Count.ShouldBe(1);
    }
}
