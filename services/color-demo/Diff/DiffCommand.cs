using System.CommandLine;
using ColorDemo.Mesh.Istio;
using Spectre.Console;

namespace ColorDemo.Launcher.Diff;

/// <summary><c>color-demo diff</c>: how the running clusters differ from the files.</summary>
internal static class DiffCommand
{
    private const string Name = "diff";
    private const int Differences = 1;
    private const int CannotTell = 2;

    private static readonly Option<FileInfo?> Kubeconfig = new("--kubeconfig")
    {
        Description = "The kubeconfig that color-demo up has written. Default: what KUBECONFIG names.",
    };

    public static bool IsAskedFor(ParseResult parsed) => parsed.CommandResult.Command.Name == Name;

    public static void AddTo(RootCommand root)
    {
        var diff = new Command(Name, """
            Print how the running clusters differ from the manifest files: what somebody changed, created or deleted
            with kubectl or in the page since the files were read. A unified diff of each object; - is the file's,
            + is the cluster's. Nothing is changed. To have such changes written into the files: color-demo up --save.

            Exit code 0: no differences. 1: differences. 2: they cannot be told.

            Examples:
              export KUBECONFIG=...        as color-demo up prints it
              color-demo diff
              color-demo diff --scenario all-bison
            """) { UpCommand.Manifests, UpCommand.Scenario, Kubeconfig };
        diff.SetAction(RunAsync);
        root.Add(diff);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var folders = ManifestFolders.Find(
                parsed.GetValue(UpCommand.Manifests)?.FullName, parsed.GetValue(UpCommand.Scenario));
            return await RunAsync(DemoManifests.Read(folders), KubeconfigOf(parsed), stop) ? Differences : 0;
        }
        catch (CannotStartException cannot)
        {
            await Console.Error.WriteLineAsync(SafeText.Of(cannot.Message));
        }
        catch (ManifestException refused)
        {
            await Console.Error.WriteLineAsync(SafeText.Of(refused.Message));
        }

        return CannotTell;
    }

    /// <returns>Whether there are differences.</returns>
    private static async Task<bool> RunAsync(DemoManifests manifests, string kubeconfig, CancellationToken stop)
    {
        var differs = false;
        foreach (var (cluster, files) in manifests.Clusters)
        {
            using var live = new LiveObjects(kubeconfig, cluster);
            foreach (var lines in ClusterDiff.Of(cluster, files, await live.ReadAsync(stop)))
            {
                ObjectDiff.WriteTo(AnsiConsole.Console, lines);
                differs = true;
            }
        }

        return differs;
    }

    private static string KubeconfigOf(ParseResult parsed) =>
        parsed.GetValue(Kubeconfig)?.FullName
        ?? Environment.GetEnvironmentVariable("KUBECONFIG")
        ?? throw new CannotStartException(
            "KUBECONFIG is not set: run the line 'export KUBECONFIG=...' that color-demo up has printed, "
            + "or name the file with --kubeconfig.");
}
