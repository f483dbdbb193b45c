using System.Diagnostics;
using OpenTelemetry.Trace;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>
/// Decides before there is an Activity: asked by the SDK, as usual, it would cost every request that is not sampled a
/// trace id and more.
/// </summary>
internal sealed class TraceSampler(TraceSettings settings)
{
    private readonly double _rootRatio = settings.RootRatio;
    private readonly Sampler _sampler = settings.ObeysCaller
        ? new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.RootRatio))
        : new TraceIdRatioBasedSampler(settings.RootRatio);

    /// <summary>For a request that begins a trace. Its id is as random as this, and not made yet.</summary>
    public bool TakesRoot() => Random.Shared.NextDouble() < _rootRatio;

    public bool TakesChildOf(ActivityContext caller)
    {
        var parameters = new SamplingParameters(caller, caller.TraceId, "", ActivityKind.Server);
        return _sampler.ShouldSample(parameters).Decision is SamplingDecision.RecordAndSample;
    }
}
