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

    private void Learn(Wire.DeclaredSplit split, string? warning = null) =>
        _log.Learn(new(split, null, null, []), warning);
}
