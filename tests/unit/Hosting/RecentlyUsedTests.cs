using GeoGraph.Hosting;

namespace GeoGraph.UnitTests.Hosting;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void The_least_recently_used_is_dropped()
    {
        var kept = new RecentlyUsed<string>(2);
        kept.Add("a");
        kept.Add("b");
        Assert.Equal("a", kept.Find(value => value == "a"));
        kept.Add("c");
        Assert.Equal(["a", null, "c"], ((string[])["a", "b", "c"]).Select(wanted => kept.Find(value => value == wanted)));
    }

    [Fact]
    public void A_value_that_is_there_is_not_made_again()
    {
        var (kept, made) = (new RecentlyUsed<string>(2), 0);
        for (var i = 0; i < 3; i++)
            kept.GetOrAdd(value => value == "a", () => { made++; return "a"; });
        Assert.Equal(1, made);
    }

    [Fact]
    public void What_is_too_much_together_is_dropped_down_to_the_newest()
    {
        var kept = new RecentlyUsed<string>(9, values => values.Sum(value => value.Length) > 5);
        foreach (var value in (string[])["aaa", "bb", "cc", "ddddddd"])
            kept.Add(value);
        Assert.Null(kept.Find(value => value == "cc"));
        Assert.Equal("ddddddd", kept.Find(value => value[0] == 'd'));
    }

    [Fact]
    public void What_is_forgotten_is_made_again()
    {
        var kept = new RecentlyUsed<string>(2);
        kept.Add("a");
        kept.Add("b");
        kept.Forget(value => value == "a");
        kept.Forget(value => value == "absent");
        Assert.Null(kept.Find(value => value == "a"));
        Assert.Equal("b", kept.Find(value => value == "b"));
    }
}
