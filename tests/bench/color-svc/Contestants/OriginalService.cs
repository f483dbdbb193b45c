using System.Text.Json;
using System.Text.RegularExpressions;

namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>The Go service that color-svc is a port of, built from a checkout.</summary>
internal static partial class OriginalService
{
    public const string Checkout = "COLORDEMO_ORIGINAL";

    /// <returns>Null when this machine does not have it; why is said.</returns>
    public static async Task<Contestant?> BuildAsync(WorkFolder work, CancellationToken stop)
    {
        if (Environment.GetEnvironmentVariable(Checkout) is not { Length: > 0 } checkout)
        {
            Progress.Say($"without the original: {Checkout} names no checkout of it");
            return null;
        }

        if (Tools.Find("go") is not { } go)
        {
            Progress.Say("without the original: go is not on PATH (Debian package golang-go)");
            return null;
        }

        Progress.Say($"building the original in {checkout}");
        var port = FreePorts.Next();
        var main = FindMain(checkout);
        var program = work.PathOf("original");
        string[] arguments =
        [
            "build", "-o", program,
            "-overlay", OverlayPort(work, main, port), "-modfile", WriteModule(work, checkout),
            $"./{Path.GetRelativePath(checkout, Path.GetDirectoryName(main)!)}",
        ];
        await Tools.RunAsync(go, arguments, stop, checkout);
        var environment = new Dictionary<string, string> { ["DISABLE_LOGGING"] = "true" };
        return new(Contestant.Original, program, [], port, environment, new FileInfo(program).Length);
    }

    /// <summary>cmd/color-svc in its later commits, cmd/server in earlier ones.</summary>
    private static string FindMain(string checkout) =>
        new[] { "color-svc", "server" }
            .Select(command => Path.Combine(Path.GetFullPath(checkout), "cmd", command, "main.go"))
            .FirstOrDefault(File.Exists)
        ?? throw new BenchException($"{Checkout}: {checkout} holds neither cmd/color-svc nor cmd/server");

    /// <summary>It can only listen on the port in its source. The compiler reads a copy that has another one.</summary>
    private static string OverlayPort(WorkFolder work, string main, int port)
    {
        var source = File.ReadAllText(main);
        if (!Port().IsMatch(source))
        {
            throw new BenchException($"{main} has no port of the form \":8080\" that could be replaced");
        }

        var copy = work.Write("go/main.go", Port().Replace(source, $"\":{port}\""));
        var overlay = new { Replace = new Dictionary<string, string> { [main] = copy } };
        return work.Write("go/overlay.json", JsonSerializer.Serialize(overlay));
    }

    /// <summary>Only its tests need packages: without them nothing is downloaded.</summary>
    private static string WriteModule(WorkFolder work, string checkout)
    {
        var lines = File.ReadLines(Path.Combine(checkout, "go.mod"))
            .Where(line => line.StartsWith("module ", StringComparison.Ordinal)
                || line.StartsWith("go ", StringComparison.Ordinal));
        return work.Write("go/go.mod", string.Join('\n', lines) + "\n");
    }

    [GeneratedRegex("""
        ":8[08]\d\d"
        """)]
    private static partial Regex Port();
}
