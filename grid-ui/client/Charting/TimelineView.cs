namespace ColorDemo.Grid;

/// <summary>What a viewer has chosen to see of the history, and where they point.</summary>
public sealed class TimelineView
{
    private static readonly TimeSpan LongestUnasked = TimeSpan.FromMinutes(2);

    private DateTimeOffset _end;
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch + History.Length;
    private bool _isChosen;

    /// <summary>As long as the viewer has not chosen one, what has been seen fills it.</summary>
    public TimeSpan Length { get; private set; } = TimeWindow.Lengths[0];

    /// <summary>Where the pause began; absent while the picture moves.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>0 at the left, 1 at the right; absent while the pointer is elsewhere.</summary>
    public double? PointedAt { get; private set; }

    /// <summary>Set by keys, and stays at its time; absent when there is none or it has left the picture.</summary>
    public DateTimeOffset? Cursor { get; private set; }

    public TimeWindow Window => new(Length, PausedAt is null ? _now : _end);

    /// <summary>What is named; absent when nothing in particular.</summary>
    public DateTimeOffset? Shown => PointedAt is { } part ? Window.TimeAt(part)
        : Cursor is { } cursor && Window.Contains(cursor) ? cursor
        : null;

    /// <param name="now">The host's clock; anything before the first frame.</param>
    /// <param name="seen">How long ago the oldest answer was.</param>
    public void Advance(DateTimeOffset now, TimeSpan seen)
    {
        _now = now - DateTimeOffset.UnixEpoch > History.Length ? now : DateTimeOffset.UnixEpoch + History.Length;
        if (!_isChosen && PausedAt is null)
        {
            Length = TimeWindow.Lengths.First(length => length >= seen || length == LongestUnasked);
        }
    }

    public void TogglePause() => (PausedAt, _end) = (PausedAt is null ? _now : null, _now);

    public void GoOn() => PausedAt = null;

    public void Show(TimeSpan length) => (Length, _end, _isChosen) = (length, Window.End, true);

    /// <summary>A picture that moves keeps its right end; one that is paused, what is pointed at.</summary>
    /// <param name="steps">More than 0 to see more of the past.</param>
    public void Zoom(int steps)
    {
        var part = PausedAt is null || Shown is null ? 1 : Window.PartAt(Shown.Value);
        ((Length, _end), _isChosen) = (Window.Zoomed(steps, part, PausedAt ?? _now), true);
    }

    public void Point(double part) => PointedAt = Math.Clamp(part, 0, 1);

    public void PointNowhere() => (PointedAt, Cursor) = (null, null);

    public void Leave() => PointedAt = null;

    /// <summary>Moves the cursor by columns; a paused picture follows it beyond its ends.</summary>
    public void Move(int columns)
    {
        var column = TimeSpan.FromSeconds(Window.ColumnSeconds);
        var from = Shown ?? Window.End + (columns < 0 ? column / 2 : -column / 2);
        var newest = PausedAt ?? _now;
        var cursor = from + columns * column;
        cursor = cursor > newest ? newest : cursor < newest - History.Length ? newest - History.Length : cursor;
        if (PausedAt is null)
        {
            cursor = cursor < Window.Start ? Window.Start : cursor;
        }
        else
        {
            _end = cursor < Window.Start ? cursor + Length : cursor > _end ? cursor : _end;
        }

        (PointedAt, Cursor) = (null, cursor);
    }

    public void MoveTo(double part) => (PointedAt, Cursor) = (null, Window.TimeAt(part));
}
