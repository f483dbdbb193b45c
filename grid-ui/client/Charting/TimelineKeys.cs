namespace ColorDemo.Grid;

/// <summary>What keys do in the timeline that has the focus.</summary>
public static class TimelineKeys
{
    private const int Leap = 10;

    /// <summary>At the very left, a picture that moves would leave the cursor behind at once.</summary>
    private const double NearlyFirst = 0.02;

    /// <returns>Whether the key means anything here.</returns>
    public static bool Apply(TimelineView view, string key, bool shift)
    {
        switch (key)
        {
            case "ArrowLeft":
                view.Move(shift ? -Leap : -1);
                return true;
            case "ArrowRight":
                view.Move(shift ? Leap : 1);
                return true;
            case "Home":
                view.MoveTo(NearlyFirst);
                return true;
            case "End":
                view.MoveTo(1);
                return true;
            case "Escape":
                view.PointNowhere();
                return true;
            case "+" or "=":
                view.Zoom(-1);
                return true;
            case "-" or "_":
                view.Zoom(1);
                return true;
            case " ":
                view.TogglePause();
                return true;
            default:
                return false;
        }
    }
}
