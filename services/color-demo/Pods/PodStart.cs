using System.Diagnostics;
using System.Globalization;

namespace ColorDemo.Launcher.Pods;

/// <summary>How the process of a pod is started.</summary>
internal static class PodStart
{
    /// <summary>What a pod may see of this process's environment: where things are, never how things are set.</summary>
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "SystemRoot", "USERPROFILE", "DOTNET_ROOT"];

    public static ProcessStartInfo Of(PodSpec spec, IReadOnlyDictionary<string, int> ports, PodPlacement placement)
    {
        var start = new ProcessStartInfo(PodImage.Runtime, ["exec", PodImage.ProgramOf(spec.Image)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(PodImage.ProgramOf(spec.Image)),
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables(spec, ports, placement))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables(
        PodSpec spec, IReadOnlyDictionary<string, int> ports, PodPlacement placement)
    {
        var inherited = Inherited
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)!))
            .Where(variable => variable.Value is not null);

        var local = spec.Ports.Listeners.Select(listener => KeyValuePair.Create(
            listener.Key, ports[listener.Value].ToString(CultureInfo.InvariantCulture)));
        return
        [
            .. inherited,
            new("DRAIN_SECONDS", "0"), // the mesh has let go of a pod before it stops
            new("Logging__Console__FormatterName", "simple"), // for --pod-logs
            .. spec.Environment,
            .. placement.GridEnvironment.Where(_ => spec.Image == PodImage.Grid),
            .. local,
            new("BIND_ADDRESS", "127.0.0.1"),
            new("ADMIN_BIND", "127.0.0.1"),
            new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
            // Half as fast again, and safe only where no handler blocks: in color-svc.
            new("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", spec.Image == PodImage.Service ? "1" : "0"),
            new("DOTNET_TieredPGO", "0"), // a demo starts often and runs short
        ];
    }
}
