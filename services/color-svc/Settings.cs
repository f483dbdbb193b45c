using System.Net;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Telemetry.Traces;

namespace ColorDemo.ColorService;

/// <summary>What the environment says, read once at the start.</summary>
public sealed record Settings
{
    public required Ports Ports { get; init; }

    /// <summary>Connections beyond that many, to each port, are closed at once.</summary>
    public required int MostConnections { get; init; }

    /// <summary>Those that are enabled; may be empty.</summary>
    public required IReadOnlyList<Family> Families { get; init; }

    /// <summary>In force until others are set over the admin port.</summary>
    public required FaultPlan Faults { get; init; }

    /// <summary>Whether a request may ask for a fault of its own.</summary>
    public required bool AllowsRequestFaults { get; init; }

    /// <summary>Requests for colors that are answered in one second; 0 means no limit.</summary>
    public required int MostPerSecond { get; init; }

    public required bool AllowsCors { get; init; }

    public required bool LogsRequests { get; init; }

    public required bool ServesMetrics { get; init; }

    /// <summary>How long it is not ready after it has started, as a service that first fills its caches.</summary>
    public required TimeSpan WarmUpTime { get; init; }

    /// <summary>How long it goes on answering after SIGTERM, while it already says that it is not ready.</summary>
    public required TimeSpan DrainTime { get; init; }

    public required Identity Identity { get; init; }

    /// <summary>
    /// For requests that run when the draining is over; then they are broken off. Together with the draining it is less
    /// than the 30 seconds that Kubernetes gives.
    /// </summary>
    public TimeSpan LongestStop => TimeSpan.FromSeconds(20) + Faults.General.LongestDelay;

    /// <summary>Null means that there are none.</summary>
    public required TraceSettings? Traces { get; init; }

    /// <summary>
    /// Every variable and the value that holds, <c>NAME=value</c>; without traces, none of theirs holds.
    /// </summary>
    public required IReadOnlyList<string> Effective { get; init; }

    /// <exception cref="StartException">Some values are not accepted; the message names all of them.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var traces = TraceSettings.Read(environment);
        var settings = new Settings
        {
            Ports = Ports.Read(environment),
            MostConnections = environment.Number("MAX_CONNECTIONS", 10_000, 1, 1_000_000),
            Families = [.. Family.All.Where(family => !environment.Switch(SwitchOff(family)))],
            Faults = new FaultPlan { General = ReadFault(environment) },
            AllowsRequestFaults = environment.Switch("ALLOW_REQUEST_FAULTS"),
            MostPerSecond = environment.Number("MAX_RPS", 0, 0, 1_000_000),
            AllowsCors = environment.Switch("ENABLE_CORS"),
            LogsRequests = !environment.Switch("DISABLE_LOGGING"),
            ServesMetrics = !environment.Switch("DISABLE_METRICS"),
            WarmUpTime = TimeSpan.FromSeconds(environment.Number("WARM_UP_SECONDS", 0, 0, 3600)),
            DrainTime = TimeSpan.FromSeconds(environment.Number("DRAIN_SECONDS", 5, 0, 3600)),
            Identity = new Identity(
                environment.Word("VERSION", "v1"),
                environment.Word("CLUSTER_NAME", null),
                environment.Word("POD_NAME", Dns.GetHostName()),
                environment.Word("POD_NAMESPACE", null),
                environment.Word("NODE_NAME", null)),
            Traces = traces,
            Effective = [.. environment.Effective.Where(setting => traces is not null || !IsOfTraces(setting))],
        };
        environment.ThrowIfRefused();
        return settings;
    }

    private static Fault ReadFault(EnvironmentReader environment)
    {
        var isDelayed = environment.Switch("ENABLE_DELAY");
        var delay = Milliseconds("DELAY_DURATION_MILLISECOND", 1000);
        var jitter = Milliseconds("DELAY_JITTER_MILLISECOND", 0);
        return new Fault
        {
            ErrorRate = environment.Fraction("ERROR_RATE"),
            ErrorStatus = environment.Number(
                "ERROR_STATUS", Fault.DefaultErrorStatus, Fault.LowestErrorStatus, Fault.HighestErrorStatus),
            Delay = isDelayed ? delay : TimeSpan.Zero,
            Jitter = isDelayed ? jitter : TimeSpan.Zero,
        };

        TimeSpan Milliseconds(string name, int fallback) => TimeSpan.FromMilliseconds(
            environment.Number(name, fallback, 0, Fault.LongestMilliseconds));
    }

    private static bool IsOfTraces(string setting) => setting.StartsWith("OTEL_", StringComparison.Ordinal);

    private static string SwitchOff(Family family) => $"DISABLE_{family.Name.ToUpperInvariant()}";
}
