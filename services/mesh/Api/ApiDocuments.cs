namespace ColorDemo.Mesh.Api;

/// <summary>Every path at which the API describes itself: discovery, OpenAPI and the version.</summary>
internal static class ApiDocuments
{
    private static readonly Dictionary<string, ApiDocument> Plain = Discovery()
        .Concat(OpenApi())
        .ToDictionary(one => one.Path, one => one.Document);

    private static readonly Dictionary<(string Path, string Version), ApiDocument> Aggregated =
        AggregatedDiscovery.Versions.SelectMany(version => new[] { (Path: "/api", version), (Path: "/apis", version) })
            .ToDictionary(one => one, one => new ApiDocument(
                () => AggregatedDiscovery.Document(isCore: one.Path == "/api", one.version),
                AggregatedDiscovery.MediaType(one.version)));

    private static readonly ApiDocument OpenApiV2AsProtobuf = new(EmptyOpenApiV2.Protobuf, EmptyOpenApiV2.ProtobufType);

    public static IEnumerable<string> Paths => Plain.Keys;

    /// <param name="path">For example <c>/apis/apps/v1</c>, without a query.</param>
    /// <param name="accept">The header of the request; few documents have several forms.</param>
    public static ApiDocument? Find(string path, string? accept) => path switch
    {
        "/api" or "/apis" when AggregatedDiscovery.VersionIn(accept) is { } version => Aggregated[(path, version)],
        "/openapi/v2" when EmptyOpenApiV2.IsProtobufAskedBy(accept) => OpenApiV2AsProtobuf,
        _ => Plain.GetValueOrDefault(path),
    };

    private static IEnumerable<(string Path, ApiDocument Document)> Discovery()
    {
        yield return ("/version", new(DiscoveryDocuments.Version));
        yield return ("/api", new(DiscoveryDocuments.CoreVersions));
        yield return ("/apis", new(DiscoveryDocuments.Groups));
        foreach (var group in ApiGroup.All)
        {
            if (!group.IsCore)
            {
                yield return ($"/apis/{group.Name}", new(() => DiscoveryDocuments.Group(group)));
            }

            foreach (var version in group.Versions)
            {
                yield return ($"/{group.PathOf(version)}", new(() => DiscoveryDocuments.Resources(group, version)));
            }
        }
    }

    private static IEnumerable<(string Path, ApiDocument Document)> OpenApi()
    {
        yield return ("/openapi/v2", new(EmptyOpenApiV2.Json));
        yield return ("/openapi/v3", new(OpenApiDocument.Index));
        foreach (var group in ApiGroup.All)
        {
            foreach (var version in group.Versions)
            {
                yield return ($"/openapi/v3/{group.PathOf(version)}", new(() => OpenApiDocument.Of(group, version)));
            }
        }
    }
}
