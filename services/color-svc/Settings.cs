using System.Net;
using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService;

/// <summary>What the environment says, read once at the start.</summary>
public sealed record Settings
{
    /// <summary>Of HTTP. 0 lets the system choose a free one; the start banner tells which.</summary>
    public required int Port { get; init; }

    /// <summary>Null means all interfaces.</summary>
    public required IPAddress? BindAddress { get; init; }

    /// <summary>Those that are enabled; may be empty.</summary>
    public required IReadOnlyList<Family> Families { get; init; }

    /// <summary>Held before every answer, up to one minute. Zero when switched off.</summary>
    public required TimeSpan Delay { get; init; }

    public required bool AllowsCors { get; init; }

    public required bool LogsRequests { get; init; }

    public required Identity Identity { get; init; }

    /// <exception cref="StartException">Some values are not accepted; the message names all of them.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var isDelayed = environment.Switch("ENABLE_DELAY");
        var delay = TimeSpan.FromMilliseconds(environment.Number("DELAY_DURATION_MILLISECOND", 1000, 0, 60_000));
        var settings = new Settings
        {
            Port = environment.Number("PORT", 8800, 0, IPEndPoint.MaxPort),
            BindAddress = environment.Address("BIND_ADDRESS"),
            Families = [.. Family.All.Where(family => !environment.Switch(SwitchOff(family)))],
            Delay = isDelayed ? delay : TimeSpan.Zero,
            AllowsCors = environment.Switch("ENABLE_CORS"),
            LogsRequests = !environment.Switch("DISABLE_LOGGING"),
            Identity = new Identity(
                environment.Word("VERSION") ?? "v1",
                environment.Word("CLUSTER_NAME"),
                environment.Word("POD_NAME") ?? Dns.GetHostName(),
                environment.Word("POD_NAMESPACE"),
                environment.Word("NODE_NAME")),
        };
        environment.ThrowIfRefused();
        return settings;
    }

    private static string SwitchOff(Family family) => $"DISABLE_{family.Name.ToUpperInvariant()}";
}
