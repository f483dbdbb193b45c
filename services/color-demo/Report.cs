using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using Spectre.Console;

namespace ColorDemo.Launcher;

/// <summary>Everything that the launcher tells its user.</summary>
internal sealed class Report(IAnsiConsole console, bool podLogs)
{
    /// <summary>A redirected console has no width of its own, and a problem should stay on its line.</summary>
    private const int RedirectedWidth = 500;

    private volatile bool _isRunning;

    public static Report ToConsole(bool podLogs)
    {
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return new(console, podLogs);
    }

    public void Error(string message) => Line($"[red]{Escape(message)}[/]");

    public void NotStarted(ManifestException refused)
    {
        Problems(refused);
        Line("[red]nothing was started[/]: mend these first");
    }

    public void Starting(int pods) => Line($"[grey]Starting {pods} pods …[/]");

    /// <summary>The overview tells where the first pods are; later ones have other addresses.</summary>
    public void PodReady(string cluster, string pod, string? address, string? faults)
    {
        if (_isRunning)
        {
            var more = faults is null ? "" : $", its faults at http://{faults}/faults";
            Line($"[grey]{Escape($"{cluster}: {pod} is ready at http://{address}{more}")}[/]");
        }
    }

    public void Stopping() => Line("[grey]Stopping …[/]");

    public void PodExited(string cluster, string pod, int exitCode, IReadOnlyList<string> lastWords)
    {
        Line($"[yellow]{Escape($"{cluster}: {pod} exited with {exitCode}; starting it again")}[/]");
        foreach (var words in lastWords)
        {
            Line($"[grey]  {Escape(words)}[/]");
        }
    }

    public void PodSaid(string cluster, string pod, string line)
    {
        if (podLogs)
        {
            Line($"[grey]{Escape($"{cluster}/{pod}")}[/] {Escape(line)}");
        }
    }

    public void Warnings(IEnumerable<ManifestProblem> warnings)
    {
        foreach (var warning in warnings.Distinct())
        {
            Line($"[yellow]{Escape(warning.ToString())}[/]");
        }
    }

    public void Reloaded(IReadOnlyList<ManifestDocument> changed)
    {
        var objects = changed.Select(one => $"{one.Kind} {one.Namespace}/{one.Name} ({one.File})").Distinct();
        Line(changed.Count > 0
            ? $"[green]reloaded[/] {Escape(string.Join(", ", objects))}"
            : "[green]reloaded[/]: the manifests are good again, and say what they said before");
    }

    /// <summary>Somebody changed an object over the API.</summary>
    public void Changed(string cluster, StoreChange change)
    {
        var what = change switch
        {
            { After: null } or { After.IsBeingDeleted: true } => "deleted",
            { Before: null } => "created",
            _ => "changed",
        };
        Line(Escape($"{cluster}: {change.By.Name} {what} {change.Key}"));
    }

    /// <summary>Such a change made something of all objects together, which whoever made it is told, too.</summary>
    public void Found(string cluster, IEnumerable<ManifestProblem> warnings)
    {
        foreach (var one in warnings)
        {
            var field = one.Field.Length > 0 ? $"{one.Field}: " : "";
            Line($"[yellow]{Escape($"{cluster}: {one.Kind} {one.Namespace}/{one.Name}: {field}{one.Message}")}[/]");
        }
    }

    public void Saved(ObjectKey key, string file) => Line($"[green]saved[/] {Escape($"{key} ({file})")}");

    public void NotSaved(string message) => Line($"[yellow]{Escape(message)}[/]");

    public void Refused(ManifestException refused)
    {
        Problems(refused);
        Line("[red]refused[/]: the last good manifests stay in force");
    }

    public void Running(DemoOverview overview)
    {
        overview.WriteTo(console);
        _isRunning = true;
    }

    private void Problems(ManifestException refused)
    {
        foreach (var problem in refused.Problems)
        {
            Line($"[red]{Escape(problem.ToString())}[/]");
        }
    }

    private static string Escape(string text) => Markup.Escape(SafeText.Of(text));

    private void Line(string markup)
    {
        lock (console)
        {
            console.MarkupLine(markup);
        }
    }
}
