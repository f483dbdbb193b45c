using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class TimelineViewTests
{
    private readonly TimelineView _view = new();

    public TimelineViewTests() => _view.Advance(Start, TimeSpan.FromHours(1));

    [Fact]
    public void Before_the_first_frame_there_is_a_window_too()
    {
        var view = new TimelineView();
        view.Advance(default, TimeSpan.Zero);

        Assert.Equal(view.Length, view.Window.End - view.Window.Start);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(16, 30)]
    [InlineData(61, 120)]
    [InlineData(1_000, 120)]
    public void What_has_been_seen_fills_the_window_up_to_two_minutes(int seen, int shown)
    {
        var view = new TimelineView();
        view.Advance(Start, TimeSpan.FromSeconds(seen));

        Assert.Equal(TimeSpan.FromSeconds(shown), view.Length);
    }

    [Fact]
    public void A_window_that_was_chosen_stays_as_it_is()
    {
        _view.Zoom(-1);
        _view.Advance(Start.AddSeconds(1), TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromMinutes(1), _view.Length);
    }

    [Fact]
    public void Zoom_goes_from_fifteen_seconds_to_half_an_hour_and_no_farther()
    {
        _view.Zoom(-10);
        Assert.Equal(TimeSpan.FromSeconds(15), _view.Length);

        _view.Zoom(1);
        Assert.Equal(TimeSpan.FromSeconds(30), _view.Length);

        _view.Zoom(10);
        Assert.Equal((TimeSpan.FromMinutes(30), Start), (_view.Length, _view.Window.End));
    }

    [Fact]
    public void A_pause_keeps_the_picture_and_zooms_into_what_is_pointed_at()
    {
        _view.TogglePause();
        _view.Advance(Start.AddSeconds(100), TimeSpan.FromHours(1));
        Assert.Equal(Start, _view.Window.End);

        _view.Point(0.25);
        var pointed = _view.Shown!.Value;
        _view.Zoom(-3);

        Assert.Equal(TimeSpan.FromSeconds(15), _view.Length);
        Assert.Equal(pointed, _view.Window.TimeAt(0.25));

        _view.TogglePause();
        Assert.Equal(Start.AddSeconds(100), _view.Window.End);
    }

    [Fact]
    public void Keys_move_the_cursor_and_a_paused_picture_follows_it()
    {
        _view.Move(-1);
        Assert.Equal(Start.AddSeconds(-0.5), _view.Shown);
        _view.Move(-500);
        Assert.Equal(_view.Window.Start, _view.Shown);

        _view.TogglePause();
        _view.Move(-60);
        Assert.Equal(Start.AddMinutes(-3), _view.Window.Start);

        _view.Move(10_000);
        Assert.Equal((Start, Start), (_view.Shown, _view.Window.End));
    }

    [Fact]
    public void A_cursor_that_the_picture_has_left_behind_is_no_longer_shown()
    {
        _view.MoveTo(0);
        _view.Advance(Start.AddSeconds(1), TimeSpan.FromHours(1));

        Assert.Null(_view.Shown);
    }
}
