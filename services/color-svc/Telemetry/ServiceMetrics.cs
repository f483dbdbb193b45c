using Prometheus;

namespace ColorDemo.ColorService.Telemetry;

/// <summary>All that <c>/metrics</c> shows. A label's values come from a closed set, never from a request.</summary>
internal sealed class ServiceMetrics
{
    private readonly Identity _identity;
    private readonly Counter _colors;
    private readonly Counter _faults;

    public ServiceMetrics(Identity identity)
    {
        _identity = identity;
        var metrics = Metrics.WithCustomRegistry(Registry);
        _colors = metrics
            .CreateCounter("color_svc_colors_total", "Answers by color.", "color", "family", "version", "cluster");
        _faults = metrics.CreateCounter("color_svc_faults_total", "Answers that were obstructed on purpose.", "fault");
        metrics
            .CreateGauge("color_svc_build_info", "Always 1; the labels say what runs.", "version", "revision")
            .WithLabels(identity.Version, Build.Revision)
            .Set(1);
        Requests = new RequestMetrics(metrics);
        Calls = new CallMetrics(metrics);
        DotNetStats.Register(Registry);
    }

    /// <summary>Not the default one: that adds a series for whatever the runtime and its libraries measure.</summary>
    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    public RequestMetrics Requests { get; }

    public CallMetrics Calls { get; }

    /// <param name="fault"><c>delay</c>, <c>abort</c> or <c>rate_limit</c>.</param>
    public void Obstructed(string fault) => _faults.WithLabels(fault).Inc();

    public Counter.Child Colors(string color, string family) =>
        _colors.WithLabels(color, family, _identity.Version, _identity.Cluster ?? "");
}
