using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class SampleLogTests
{
    private readonly SampleLog _log = new(TimeProvider.System);
    private readonly Epoch _epoch = Make.Epoch(1, 0, null);

    [Fact]
    public void The_newest_ten_thousand_are_remembered_and_half_an_hour_is_counted()
    {
        var now = DateTimeOffset.UtcNow;
        Add(now.AddMinutes(-31));
        Add(now.AddMinutes(-29));
        for (var number = 3; number <= 10_002; number++)
        {
            Add(now);
        }

        var (samples, buckets) = _log.After(0);
        Assert.Null(_log.Find(2));
        Assert.Equal(3, _log.Find(3)!.Sample.Number);
        Assert.Null(_log.Find(10_003));
        Assert.Equal((3, 10_002), (samples[0].Number, samples[^1].Number));
        Assert.Equal(10_001, buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count)));
    }

    [Fact]
    public void Long_headers_shorten_the_memory()
    {
        for (var number = 1; number <= 300; number++)
        {
            Add(DateTimeOffset.UtcNow, new byte[64 * 1024]);
        }

        Assert.Null(_log.Find(300 - 128));
        Assert.NotNull(_log.Find(300 - 127));
    }

    [Fact]
    public void A_tick_tells_no_sample_that_came_after_it()
    {
        for (var number = 1; number <= 5; number++)
        {
            Add(DateTimeOffset.UtcNow);
        }

        Assert.Equal([3, 4], _log.After(2, upTo: 4).Samples.Select(sample => sample.Number));
    }

    private void Add(DateTimeOffset sentAt, byte[]? received = null) =>
        _log.Add(new(Answer.NotAColor, 1, received ?? []), new(sentAt, _epoch, null));
}
