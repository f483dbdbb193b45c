using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ColorDemo.ColorService.Bench;

namespace ColorDemo.Mesh.Bench.Micro;

/// <summary><c>micro</c>: single steps of forwarding, by BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var command = new Command("micro", """
            Times and counts the memory of single steps: a route decision, a weighted draw, a lease of an endpoint.

            Goals: a decision over 1,000 rules 1 us and nothing allocated, a draw 20 ns, a lease 100 ns.
            """);
        command.SetAction(_ => Run());
        return command;
    }

    /// <returns>The exit code: 0 when all was measured, whether or not the goals were met.</returns>
    private static int Run()
    {
        // In this process: the project that would be generated and built inside the clone obeys other rules than ours.
        var configuration = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Repository.PathOf(".artifacts", "BenchmarkDotNet"));
        var summaries = BenchmarkRunner.Run([typeof(Decisions), typeof(Draws), typeof(Leases)], configuration);
        return Array.Exists(summaries, summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}
