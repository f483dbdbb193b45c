using System.CommandLine;
using System.Diagnostics;
using ColorDemo.ColorService.Bench;
using ColorDemo.Mesh.Bench.Micro;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Bench;

/// <summary><c>load</c>: from 1,000 VirtualServices in a file to a table that answers.</summary>
internal static class LoadCommand
{
    private const int VirtualServices = 1000;
    private const int Times = 5;
    private const double Wanted = 1000;

    public static Command Create()
    {
        var command = new Command("load", $"""
            Times reading {VirtualServices} VirtualServices and building the routes. Goal: 1 s the first time, when
            nothing is compiled yet.
            """);
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        using var work = new WorkFolder();
        var file = work.Write("manifests.yaml", ManyRules.Manifests(VirtualServices));
        for (var time = 1; time <= Times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            var manifests = ManifestReader.Read(file);
            var read = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var table = ManyRules.Table(manifests);
            var total = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var routes = table.Hosts.Sum(host => host.Routes.Count);
            Console.WriteLine(
                $"time {time}: read {read:0} ms, build {total - read:0} ms, together {total:0} ms "
                + $"({routes} routes); at most {Wanted:0} ms: {(total <= Wanted ? "met" : "not met")}");
        }
    }
}
