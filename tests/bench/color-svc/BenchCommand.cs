using System.CommandLine;

namespace ColorDemo.ColorService.Bench;

/// <summary>The command line of the measurement under load.</summary>
internal static class BenchCommand
{
    private static readonly Option<int> Rounds =
        NumberOption.Create("--rounds", 5, 1, 100, "How often every contestant is started and loaded, in turn.");

    private static readonly Option<int> Seconds =
        NumberOption.Create("--seconds", 5, 1, 600, "Length of each load.");

    private static readonly Option<int> WarmUp =
        NumberOption.Create("--warm-up", 2, 1, 60, "Seconds of load after each start that are not measured.");

    private static readonly Option<int> Starts =
        NumberOption.Create("--starts", 20, 0, 1000, "How often each start is timed; 0 leaves it out.");

    private static readonly Option<int[]> Connections = NumberOption.CreateList(
        "--connections", [32, 256], 1, 4000,
        "How many connections ask at the same time; every number is a load of its own, for example 32,256.");

    private static readonly Option<string[]> Peers = NameOption.CreateList("--peers", ["original", "nginx", "haproxy"],
        "Whom to measure beside color-svc, or none. Default: whoever is on this machine.");

    private static readonly Option<FileInfo> ColorService = new Option<FileInfo>("--color-svc")
    {
        Description = "A published color-svc to measure. Default: it is published now, from services/color-svc.",
        HelpName = "file",
    }.AcceptExistingOnly();

    private static readonly Option<FileInfo[]> Compare = new Option<FileInfo[]>("--compare")
    {
        Description = "Another color-svc, or a script that execs it, to measure with everything on. Can be repeated.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    }.AcceptExistingOnly();

    private static readonly Option<string> Output = NameOption.Create("--output", ["table", "json"],
        "What is printed on standard output: tables for people, or one JSON document for programs.");

    public static RootCommand Create()
    {
        var root = new RootCommand("""
            Measures color-svc, as it is published, beside the service it is a port of, nginx and haproxy.

            Everyone answers /random?fmt=json on loopback, pinned to one core, and wrk asks from another one: a round
            starts, warms up and loads each contestant in turn, and medians of all rounds are compared with goals.
            Ratios travel from machine to machine, absolute figures do not, and a busy machine's are worth nothing.

            Needs Linux and wrk (Debian: apt-get install wrk). Whoever else is found takes part: nginx, haproxy, and the
            original when COLORDEMO_ORIGINAL names its checkout and go is on PATH.
            """);
        foreach (var option in (Option[])
            [Rounds, Seconds, WarmUp, Connections, Starts, Peers, ColorService, Compare, Output])
        {
            root.Add(option);
        }

        root.SetAction((parsed, stop) => Session.RunAsync(Settings(parsed), stop));
        return root;
    }

    private static BenchSettings Settings(ParseResult parsed) => new(
        parsed.GetValue(Rounds),
        parsed.GetValue(Seconds),
        parsed.GetValue(WarmUp),
        parsed.GetValue(Connections)!,
        parsed.GetValue(Starts),
        parsed.GetValue(Peers) is { Length: > 0 } peers ? peers : null,
        parsed.GetValue(ColorService),
        parsed.GetValue(Compare)!,
        parsed.GetValue(Output) == "json");
}
