using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ColorDemo.ColorService.Bench.Micro;

/// <summary><c>micro</c>: single steps of an answer, by BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var command = new Command("micro", """
            Times and counts the memory of single steps: drawing a color, and encoding an answer in both formats.

            Goal: nothing allocated. It runs on the JIT, whose times are not those of the native file; the bytes are.
            """);
        command.SetAction(_ => Run());
        return command;
    }

    /// <returns>The exit code: 0 when all was measured, whether or not the goal was met.</returns>
    private static int Run()
    {
        // In this process: the project that would be generated and built inside the clone obeys other rules than ours.
        var configuration = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Repository.PathOf(".artifacts", "BenchmarkDotNet"));
        var summaries = BenchmarkRunner.Run([typeof(Draws), typeof(Answers)], configuration);
        return Array.Exists(summaries, summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}
