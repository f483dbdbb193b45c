namespace ColorDemo.Mesh.Istio;

/// <summary>The kinds that Istio brings, and the groups and versions in which it serves them.</summary>
/// <remarks>Source: Istio's <c>crd-all.gen.yaml</c>, and <c>IstioOperator</c>, which only istioctl reads.</remarks>
internal sealed record IstioKind(string Name, string Group, params IReadOnlyList<string> Versions)
{
    private const int MostSlips = 2; // networking.k8s.io is five letters away
    private const string Networking = "networking.istio.io";
    private const string Security = "security.istio.io";

    private static readonly string[] Stable = ["v1", "v1beta1", "v1alpha3"];

    internal static readonly IReadOnlyDictionary<string, IstioKind> All = new IstioKind[]
    {
        new("AuthorizationPolicy", Security, "v1", "v1beta1"),
        new("DestinationRule", Networking, Stable),
        new("EnvoyFilter", Networking, "v1alpha3"),
        new("Gateway", Networking, Stable),
        new("IstioOperator", "install.istio.io", "v1alpha1"),
        new("PeerAuthentication", Security, "v1", "v1beta1"),
        new("ProxyConfig", Networking, "v1beta1"),
        new("RequestAuthentication", Security, "v1", "v1beta1"),
        new("ServiceEntry", Networking, Stable),
        new("Sidecar", Networking, Stable),
        new("Telemetry", "telemetry.istio.io", "v1", "v1alpha1"),
        new("TrafficExtension", "extensions.istio.io", "v1alpha1"),
        new("VirtualService", Networking, Stable),
        new("WasmPlugin", "extensions.istio.io", "v1alpha1"),
        new("WorkloadEntry", Networking, Stable),
        new("WorkloadGroup", Networking, Stable),
    }.ToDictionary(kind => kind.Name);

    /// <summary>Whether somebody who writes this wants one of Istio's kinds, rightly spelt or not.</summary>
    public static bool IsMeant(string apiVersion, string kind)
    {
        var group = GroupOf(apiVersion);
        var istio = All.GetValueOrDefault(kind);
        return group.EndsWith(".istio.io", StringComparison.Ordinal)
            || kind is "VirtualService" or "DestinationRule"
            || (istio is not null && (group.Length == 0 || IsMistyped(group, istio)))
            || (All.Values.Any(one => IsMistyped(group, one)) && UnknownWord.Nearest(kind, All.Keys) is not null);
    }

    /// <returns>False when there is no such kind, or not in that group and version; that is told then.</returns>
    public static bool Check(ManifestDocument document, ProblemReport report)
    {
        if (!All.TryGetValue(document.Kind, out var kind))
        {
            report.Error("kind", $"Istio has no kind '{GivenValue.Shorten(document.Kind)}'; "
                + UnknownWord.Advice(document.Kind, [.. All.Keys]), ProblemCode.UnknownKind);
            return false;
        }

        if (kind.Versions.Any(version => document.ApiVersion == $"{kind.Group}/{version}"))
        {
            return true;
        }

        report.Error("apiVersion", $"{(kind.Name[0] is 'A' or 'E' or 'I' ? "an" : "a")} {kind.Name} is of "
            + $"{kind.Group}/{Either(kind.Versions)}", ProblemCode.UnknownKind);
        return false;
    }

    private static bool IsMistyped(string group, IstioKind kind) =>
        Typing.Edits(group, kind.Group, MostSlips) <= MostSlips;

    private static string Either(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string GroupOf(string apiVersion) => apiVersion.Split('/') is [var group, _] ? group : "";
}
