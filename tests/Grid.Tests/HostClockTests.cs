using ColorDemo.Grid.Asking;

namespace ColorDemo.Grid.Tests;

public class HostClockTests
{
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(0.5);

    private readonly HostClock _clock = new(TimeProvider.System);

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void It_follows_the_host_wherever_that_clock_stands(int hours)
    {
        var host = DateTimeOffset.UtcNow.AddHours(hours);

        _clock.Hear(host);

        Assert.Equal(host, _clock.GetUtcNow(), Precision);
    }

    [Fact]
    public void A_late_frame_does_not_set_it_back_but_another_host_does()
    {
        var host = DateTimeOffset.UtcNow.AddHours(1);
        _clock.Hear(host);

        _clock.Hear(host.AddSeconds(-0.6));
        Assert.True(_clock.GetUtcNow() >= host);

        _clock.Hear(host.AddMinutes(-9));
        Assert.Equal(host.AddMinutes(-9), _clock.GetUtcNow(), Precision);
    }
}
