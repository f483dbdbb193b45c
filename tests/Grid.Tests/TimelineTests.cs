using Bunit;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class TimelineTests : BunitContext
{
    private readonly History _history = new();
    private int _resets;

    public TimelineTests()
    {
        Services.AddSingleton(TimeProvider.System).AddSingleton<ClusterMarks>();
        _history.Add(Frame(60, [.. Seconds(0, 60, 160, 40)], Epoch(1, 0, EightyTwenty)));
    }

    [Fact]
    public void Whoever_comes_before_the_first_frame_sees_an_empty_picture()
    {
        var timeline = Render<Timeline>(parameters => parameters
            .Add(one => one.History, new History()).Add(one => one.Title, "/random"));

        Assert.Contains("nothing was asked", timeline.Find("[data-readout]").TextContent, StringComparison.Ordinal);
        Assert.Empty(timeline.FindAll("path.band"));
    }

    [Fact]
    public void What_is_newest_is_named_until_somebody_points_elsewhere()
    {
        var timeline = Render();
        Assert.NotNull(timeline.Find("[data-strip] path.mark-0"));
        Assert.Equal("now", timeline.Find("[data-readout-time]").TextContent);
        Assert.Equal("80.0 %", Share(timeline, "armadillo v1"));

        _history.Add(Frame(61, [Bucket(60, 1, Color("bison", 300))]));
        Render(timeline);
        Assert.Equal("100.0 %", Share(timeline, "bison v1"));

        timeline.Find("[role=slider]").PointerMove(new PointerEventArgs { OffsetX = 500 });
        Assert.Equal("80.0 %", Share(timeline, "armadillo v1"));

        timeline.Find("[role=slider]").PointerLeave();
        Assert.Equal("100.0 %", Share(timeline, "bison v1"));
    }

    [Fact]
    public void Keys_move_a_cursor_whose_values_are_its_text()
    {
        var timeline = Render();

        timeline.Find("[role=slider]").KeyDown("ArrowLeft");

        var slider = timeline.Find("[role=slider]");
        Assert.EndsWith("armadillo v1 80.0 %, bison v1 20.0 %, n 200 in 1 s", slider.GetAttribute("aria-valuetext"),
            StringComparison.Ordinal);
        Assert.Single(timeline.FindAll(".timeline-hair"));

        slider.KeyDown("Escape");
        Assert.Empty(timeline.FindAll(".timeline-hair"));
    }

    [Fact]
    public void Hold_keeps_the_picture_while_counting_goes_on()
    {
        var timeline = Render();
        timeline.Find("[data-pause]").Click();
        var before = timeline.Find("path.mark-0").GetAttribute("d");

        _history.Add(Frame(90, [.. Seconds(60, 30, 100, 100)]));
        Render(timeline);
        Assert.Equal(before, timeline.Find("path.mark-0").GetAttribute("d"));
        Assert.Equal("true", timeline.Find("[data-pause]").GetAttribute("aria-pressed"));

        timeline.Find("[data-pause]").Click();
        Assert.NotEqual(before, timeline.Find("path.mark-0").GetAttribute("d"));
        Assert.Equal("50.0 %", Share(timeline, "bison v1"));
    }

    [Fact]
    public void The_window_is_chosen_by_list_button_or_key()
    {
        var timeline = Render();

        timeline.Find("[data-window]").Change("15");
        Assert.Contains("over 15 s", Description(timeline), StringComparison.Ordinal);
        Assert.True(timeline.Find("[data-zoom-in]").HasAttribute("disabled"));

        timeline.Find("[data-zoom-out]").Click();
        Assert.Contains("over 30 s", Description(timeline), StringComparison.Ordinal);

        timeline.Find("[role=slider]").KeyDown("-");
        Assert.Contains("over 1 min", Description(timeline), StringComparison.Ordinal);
    }

    [Fact]
    public void Reset_asks_the_panel_and_shows_what_is_left()
    {
        var timeline = Render();

        timeline.Find("[data-reset]").Click();

        Assert.Equal(1, _resets);
        Assert.Empty(timeline.FindAll("path.band"));
    }

    [Fact]
    public void All_marks_are_in_a_list()
    {
        _history.Add(Frame(61, [], Epoch(2, 61, EightyTwenty)) with
        {
            Incidents = [new(1, Start.AddSeconds(60.5), IncidentKind.PodCame, "color-svc-v1-1 (bison) is here")],
        });

        var marks = Render().FindAll("ol.spoken li").Select(mark => mark.TextContent);

        Assert.Equal(
            ["color-svc-v1-1 (bison) is here", "weights changed to 80 / 20"],
            marks.Select(mark => mark[(mark.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    private IRenderedComponent<Timeline> Render() => Render<Timeline>(parameters => parameters
        .Add(one => one.History, _history)
        .Add(one => one.Title, "/random")
        .Add(one => one.Large, true)
        .Add(one => one.Reset, () =>
        {
            _resets++;
            _history.Clear();
        }));

    private void Render(IRenderedComponent<Timeline> timeline) =>
        timeline.Render(parameters => parameters.Add(one => one.History, _history));

    private static string Share(IRenderedComponent<Timeline> timeline, string band) =>
        timeline.Find($"[data-readout-band='{band}'] b").TextContent;

    private static string Description(IRenderedComponent<Timeline> timeline) =>
        timeline.Find("svg[role=img]").GetAttribute("aria-label")!;

    private static IEnumerable<Bucket> Seconds(int from, int count, int armadillo, int bison) =>
        Enumerable.Range(from, count).Select(at => Bucket(at, 1, Color("armadillo", armadillo), Color("bison", bison)));
}
