using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Fact]
    public async Task Absent_holds_for_what_is_absent_and_refuses_what_is_present()
    {
        await WriteAsync(Put(Firm("a")) with { Precondition = Precondition.Absent });
        await RefusedAsync(ErrorReason.AlreadyExists, () => WriteAsync(Put(Firm("a")) with { Precondition = Precondition.Absent }));
        await WriteAsync(Put(Supplies("a", "a")) with { Precondition = Precondition.Absent });
        await RefusedAsync(ErrorReason.AlreadyExists, () => WriteAsync(Put(Supplies("a", "a")) with { Precondition = Precondition.Absent }));
    }

    [Fact]
    public async Task Present_holds_for_what_is_present_and_refuses_what_is_absent()
    {
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(Put(Firm("a")) with { Precondition = Precondition.Present }));
        await WriteFirmsAsync("a");
        Assert.Equal(1, (await WriteAsync(Put(Firm("a", English("A"))) with { Precondition = Precondition.Present })).Replaced);
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(Put(Supplies("a", "a")) with { Precondition = Precondition.Present }));
    }

    [Fact]
    public async Task Unchanged_since_holds_from_the_last_change_on()
    {
        await WriteFirmsAsync("a");
        await WriteAsync(Put(Firm("a", English("A"))));
        await WriteFirmsAsync("b");
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(Firm("a")) with { Precondition = Precondition.UnchangedSince(new Revision(1)) }));
        await WriteAsync(Put(Firm("a", English("A2"))) with { Precondition = Precondition.UnchangedSince(new Revision(2)) });
        await WriteAsync(Put(Firm("b", English("B"))) with { Precondition = Precondition.UnchangedSince(new Revision(4)) });
    }

    [Fact]
    public async Task Unchanged_since_refuses_what_is_absent() =>
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(Put(Firm("a")) with { Precondition = Precondition.UnchangedSince(new Revision(9)) }));

    [Fact]
    public async Task Precondition_holds_for_a_put_that_changes_nothing_too()
    {
        await WriteFirmsAsync("a");
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(Put(Firm("a")) with { Precondition = Precondition.UnchangedSince(Revision.Zero) }));
    }

    [Fact]
    public async Task Precondition_sees_the_batch_s_own_earlier_updates()
    {
        await RefusedAsync(ErrorReason.AlreadyExists, () => WriteAsync(Put(Firm("a")), Put(Firm("a")) with { Precondition = Precondition.Absent }));
        await WriteAsync(Put(Firm("a")), Put(Firm("a", English("A"))) with { Precondition = Precondition.Present });
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(new Delete(Id("firm:a")), new Delete(Id("firm:a")) with { Precondition = Precondition.Present }));
        await RefusedAsync(ErrorReason.PreconditionFailed,
            () => WriteAsync(Put(Firm("a", English("B"))), Put(Firm("a")) with { Precondition = Precondition.UnchangedSince(new Revision(1)) }));
    }

    [Fact]
    public async Task Delete_keeps_to_its_precondition()
    {
        await RefusedAsync(ErrorReason.NotFound, () => WriteAsync(new Delete(Id("firm:a")) with { Precondition = Precondition.Present }));
        await WriteAsync(Put(Firm("a")), Put(Supplies("a", "a")));
        await WriteAsync(Put(Firm("a", English("A"))));
        await RefusedAsync(ErrorReason.PreconditionFailed, () => WriteAsync(new Delete(Id("firm:a")) with { Precondition = Precondition.UnchangedSince(new Revision(1)) }));
        await WriteAsync(new Delete(Id("supplies:a-a")) with { Precondition = Precondition.UnchangedSince(new Revision(1)) });
        await WriteAsync(new Delete(Id("firm:a")) with { Precondition = Precondition.UnchangedSince(new Revision(2)) });
    }

    [Fact]
    public async Task Merge_keeps_to_its_precondition_on_the_duplicate()
    {
        await WriteFirmsAsync("a", "b");
        await WriteAsync(Put(Firm("b", English("B"))));
        await RefusedAsync(ErrorReason.PreconditionFailed,
            () => WriteAsync(new Merge(Id("firm:b"), Id("firm:a")) with { Precondition = Precondition.UnchangedSince(new Revision(1)) }));
        Assert.Equal(1, (await WriteAsync(new Merge(Id("firm:b"), Id("firm:a")) with { Precondition = Precondition.UnchangedSince(new Revision(2)) })).Merged);
    }
}
