namespace ColorDemo.Mesh.Istio;

/// <summary>When an endpoint that fails is left out for a while. Istio <c>OutlierDetection</c>.</summary>
/// <param name="Consecutive5xxErrors">In a row; default 5, 0 is off. Timeouts and connect errors count.</param>
/// <param name="ConsecutiveGatewayErrors">502, 503, 504 in a row; absent and 0 mean off.</param>
/// <param name="Interval">Between two sweeps, which also bring endpoints back; default 10 s.</param>
/// <param name="BaseEjectionTime">Multiplied by how often the endpoint was ejected; default 30 s.</param>
/// <param name="MaxEjectionPercent">Of the endpoints; default 10, as 0 means, and one may always be ejected.</param>
/// <param name="MinHealthPercent">
/// Below this share of healthy endpoints all are used again; default 0, which never happens.
/// </param>
public sealed record OutlierDetection(
    int Consecutive5xxErrors,
    int ConsecutiveGatewayErrors,
    TimeSpan Interval,
    TimeSpan BaseEjectionTime,
    int MaxEjectionPercent,
    int MinHealthPercent)
{
    internal static OutlierDetection? Read(Fields? outlier)
    {
        if (outlier is null)
        {
            return null;
        }

        var ejected = outlier.WholeNumber("maxEjectionPercent", 0, 100) ?? 0;
        var read = new OutlierDetection(
            outlier.WholeNumber("consecutive5xxErrors", 0, int.MaxValue) ?? 5,
            outlier.WholeNumber("consecutiveGatewayErrors", 0, int.MaxValue) ?? 0,
            outlier.Duration("interval") ?? TimeSpan.FromSeconds(10),
            outlier.Duration("baseEjectionTime") ?? TimeSpan.FromSeconds(30),
            ejected == 0 ? 10 : ejected, // Istio sends Envoy no 0, and Envoy's default is 10
            outlier.WholeNumber("minHealthPercent", 0, 100) ?? 0);
        CheckLocalOrigin(outlier);
        outlier.NotSimulated("outlierDetectionHttpErrorCodes");
        outlier.CheckWholeNumbers("outlierDetectionHttpErrorCodes", 100, 599);
        outlier.WithoutEffect("consecutiveErrors");
        if (outlier.WholeNumber("consecutiveErrors", int.MinValue, int.MaxValue) is not (null or 0))
        {
            outlier.Warn("consecutiveErrors", "outlier detection consecutive errors is deprecated and has no effect; "
                + "use consecutiveGatewayErrors or consecutive5xxErrors instead");
        }

        outlier.End();
        return read;
    }

    private static void CheckLocalOrigin(Fields outlier)
    {
        outlier.NotSimulated("splitExternalLocalOriginErrors", "consecutiveLocalOriginFailures");
        if (outlier.WholeNumber("consecutiveLocalOriginFailures", 0, int.MaxValue) > 0
            && !outlier.Flag("splitExternalLocalOriginErrors"))
        {
            outlier.Error("consecutiveLocalOriginFailures", "consecutive local origin failures is specified, but split "
                + "external local origin errors is set to false; add splitExternalLocalOriginErrors: true");
        }
    }
}
