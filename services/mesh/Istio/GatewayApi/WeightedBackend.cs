namespace ColorDemo.Mesh.Istio;

/// <summary>Where a share of the requests goes. Gateway API <c>HTTPBackendRef</c>.</summary>
/// <param name="Weight">Relative to the sum of all weights; absent means 1.</param>
/// <param name="Filters">For this share only; Istio knows those that change headers.</param>
public sealed record WeightedBackend(BackendReference Reference, int Weight, HttpRouteFilters Filters)
{
    /// <summary>False when Istio cannot translate it: then it serves nothing of the whole route.</summary>
    public bool IsServed => Reference.IsServed && !Filters.HasForeign && ChangesHeadersOnly;

    private bool ChangesHeadersOnly => Filters is { Redirect: null, Rewrite: null, Mirrors: [], Cors: null };

    internal static WeightedBackend Read(Fields backend)
    {
        var read = new WeightedBackend(
            BackendReference.Read(backend),
            backend.WholeNumber("weight", 0, 1_000_000) ?? 1,
            HttpRouteFilters.Read(backend));
        if (!read.ChangesHeadersOnly)
        {
            backend.Warn("filters", "Istio serves nothing of this HTTPRoute: of the filters of one backend it knows "
                + "RequestHeaderModifier and ResponseHeaderModifier only; move the others to the rule");
        }

        backend.End();
        return read;
    }
}
