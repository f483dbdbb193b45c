namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>Who a span says that it comes from.</summary>
public sealed class ResourceTests
{
    private static readonly (string, string)[] Identity =
    [
        ("VERSION", "v2"), ("CLUSTER_NAME", "bison"), ("POD_NAME", "color-svc-v2-0"), ("POD_NAMESPACE", "color"),
        ("NODE_NAME", "node-7"),
    ];

    [Fact]
    public async Task The_identity_stands_under_the_names_of_the_conventions()
    {
        var resource = await ResourceAsync(Identity);

        Assert.Equal("color-svc", resource["service.name"]);
        Assert.Equal("v2", resource["service.version"]);
        Assert.Equal("color-svc-v2-0", resource["service.instance.id"]);
        Assert.Equal("color-svc-v2-0", resource["k8s.pod.name"]);
        Assert.Equal("bison", resource["k8s.cluster.name"]);
        Assert.Equal("color", resource["k8s.namespace.name"]);
        Assert.Equal("node-7", resource["k8s.node.name"]);
    }

    [Fact]
    public async Task What_is_not_configured_is_left_out() =>
        Assert.DoesNotContain("k8s.cluster.name", await ResourceAsync());

    [Fact]
    public async Task The_variables_of_OpenTelemetry_win()
    {
        var resource = await ResourceAsync([
            .. Identity,
            ("OTEL_SERVICE_NAME", "colors"),
            ("OTEL_RESOURCE_ATTRIBUTES", "service.version=7,deployment.environment.name=talk")]);

        Assert.Equal("colors", resource["service.name"]);
        Assert.Equal("7", resource["service.version"]);
        Assert.Equal("talk", resource["deployment.environment.name"]);
        Assert.Equal("bison", resource["k8s.cluster.name"]);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ResourceAsync(
        params (string Name, string Value)[] environment)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(environment);
        await service.Client.GetAsync("/blue", TestContext.Current.CancellationToken);
        return Assert.Single(await collector.AllAsync(service)).Resource;
    }
}
