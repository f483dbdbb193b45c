using ColorDemo.Grid.Wire;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.GridHost;

/// <summary>What a route has in it that may make answers differ from its weights, in a teacher's words.</summary>
/// <remarks>
/// Istio's default retries are not told: they repeat what found no connection, at the same destination. Mirrors are
/// not told either: nobody waits for their answers.
/// </remarks>
/// <param name="isGrpc">Failures then have gRPC's statuses.</param>
public sealed class RouteFacts(MeshRoute route, ForwardAction action, bool isGrpc)
{
    private readonly double _notAborted = 1 - ((route.Fault?.Abort?.Percent ?? 0) / 100);

    /// <param name="gateway">By name.</param>
    public Circumstances Around(DeclaredRule rule, string gateway, ManifestSet manifests, KnownPods pods)
    {
        var services = new GatewayServices(gateway, manifests, pods);
        return new(rule,
        [
            .. action.Split.Destinations.Select(one => NobodyBehind(one, services)).OfType<DeclaredFact>()
                .Concat(BalancingFacts.Of(action.Split.Destinations, services))
                .Concat(Retries())
                .Concat(Timeout())
                .Concat(Fault())
                .Distinct()
                .OrderBy(fact => fact.Kind)
                .Take(Circumstances.MaxFacts)
                .Select(fact => fact.Text.Length <= Circumstances.MaxTextLength
                    ? fact
                    : fact with { Text = $"{fact.Text[..(Circumstances.MaxTextLength - 3)]}..." }),
        ]);
    }

    /// <remarks>Weights ignore health, in Istio as here: a share fails, it does not move elsewhere.</remarks>
    private DeclaredFact? NobodyBehind(SplitDestination destination, GatewayServices services)
    {
        if (services.LackOf(destination) is not var (kind, what))
        {
            return null;
        }

        var status = kind == FactKind.NoPods ? StatusCodes.Status503ServiceUnavailable : action.UnknownUpstreamStatus;
        var share = FactText.Percent(action.Split.PercentOf(destination) * _notAborted);
        return new(kind, $"{what}its {share} {Failing(status)}");
    }

    /// <remarks>Source: Envoy draws a destination once for each request, whatever becomes of its tries.</remarks>
    private IEnumerable<DeclaredFact> Retries()
    {
        var retries = action.Retries;
        if (route.Rule?.Retries is null || retries.Attempts == 0)
        {
            return [];
        }

        var causes = retries.RetryOn.Where(one => one != "retriable-status-codes")
            .Concat(retries.StatusCodes.Select(code => $"{code}"));
        var times = retries.Attempts == 1 ? "once more" : $"up to {retries.Attempts} times more";
        return
        [
            new(FactKind.Retries, $"retries: what fails ({string.Join(", ", causes)}) is tried {times}, at other pods "
                + "of the same destination: fewer failures are seen than pods make"),
        ];
    }

    private IEnumerable<DeclaredFact> Timeout() => action.Timeout is not { } timeout ? [] :
    [
        new(FactKind.Timeout, $"timeout: answers that take longer than {FactText.Time(timeout)} "
            + $"{Failing(StatusCodes.Status504GatewayTimeout)}: a slow destination loses share"),
    ];

    private string Failing(int status) => isGrpc ? "fail" : $"get {status}";

    private IEnumerable<DeclaredFact> Fault()
    {
        if (route.Fault?.Delay is { Percent: > 0 } delay)
        {
            yield return new(FactKind.Delay, $"fault: {FactText.Percent(delay.Percent)} of all requests wait "
                + $"{FactText.Time(delay.Duration)} first, whatever their destination");
        }

        if (route.Fault?.Abort is { Percent: > 0 } abort)
        {
            var answer = abort.GrpcStatus is { } status ? $"gRPC status {status}" : $"{abort.Status}";
            yield return new(FactKind.Abort, $"fault: {FactText.Percent(abort.Percent)} of all requests get {answer} "
                + "before any destination is asked");
        }
    }
}
