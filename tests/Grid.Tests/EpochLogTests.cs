using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;

namespace ColorDemo.Grid.Tests;

public sealed class EpochLogTests
{
    private readonly EpochLog _log = new(TimeProvider.System, "Not read yet.");

    [Fact]
    public void An_epoch_begins_only_when_the_weights_differ()
    {
        Learn(Make.EightyTwenty);
        var first = _log.Current;

        Learn(Make.EightyTwenty with { Shares = [.. Make.EightyTwenty.Shares] });
        Assert.Same(first, _log.Current);

        Learn(Make.EightyTwenty with { Shares = [new("armadillo", 100)] });
        Assert.NotSame(first, _log.Current);
    }

    [Fact]
    public void Numbers_grow_even_within_a_millisecond()
    {
        for (var percent = 0; percent < 50; percent++)
        {
            Learn(Make.EightyTwenty with { AbortPercent = percent });
        }

        var numbers = _log.All.Select(epoch => epoch.Number).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void A_refused_edit_is_told_and_changes_no_weight()
    {
        Learn(Make.EightyTwenty);
        var before = _log.Current;

        Learn(Make.EightyTwenty, "virtual-service.yaml:15: weight: 'eighty' is no number");

        Assert.Same(before, _log.Current);
        Assert.Contains("eighty", _log.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_change_begin_no_epoch_and_are_the_same_object_while_they_say_the_same()
    {
        Learn(Make.EightyTwenty, around: Facts("one"));
        var (epoch, first) = (_log.Current, _log.Circumstances);

        Learn(Make.EightyTwenty, around: Facts("one"));
        Assert.Same(first, _log.Circumstances);

        Learn(Make.EightyTwenty, around: Facts("two"));
        Assert.Equal("two", Assert.Single(_log.Circumstances.Facts).Text);
        Assert.Same(epoch, _log.Current);
    }

    [Fact]
    public void Weights_that_are_known_for_the_first_time_may_be_older()
    {
        Learn(Make.EightyTwenty);
        Assert.True(_log.Current.MayBeOlder);

        Learn(Make.EightyTwenty with { Shares = [new("armadillo", 100)] });
        Assert.False(_log.Current.MayBeOlder);

        _log.Learn(DeclaredPath.Nothing("The API does not answer."));
        Learn(Make.EightyTwenty);
        Assert.True(_log.Current.MayBeOlder);
    }

    private static Circumstances Facts(string text) => new(null, [new(FactKind.NoPods, text)]);

    private void Learn(DeclaredSplit split, string? warning = null, Circumstances? around = null) =>
        _log.Learn(new(split, null, around ?? Circumstances.None, []), warning);
}
