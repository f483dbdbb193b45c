namespace ColorDemo.Mesh.Istio;

/// <summary>The gateways that a VirtualService, or one of its matches, is bound to.</summary>
internal static class GatewayNames
{
    public const string Mesh = "mesh";

    private const string Forms = "write the gateway's name, namespace/name, or mesh";

    /// <returns><c>namespace/name</c> each, or <c>mesh</c>.</returns>
    public static IReadOnlyList<string> Read(Fields fields, Metadata metadata) =>
        [.. fields.TextItems("gateways").Select(item => Read(fields, item.Field, item.Text, metadata))];

    private static string Read(Fields fields, string field, string gateway, Metadata metadata)
    {
        if (gateway.Split('/', 2) is [var space, var name])
        {
            Check(fields, field, "namespace", space);
            Check(fields, field, "gateway name", name);
            return gateway;
        }

        if (gateway == Mesh || Names.IsLabelInAnyCase(gateway))
        {
            return gateway == Mesh ? Mesh : $"{metadata.Namespace}/{gateway}";
        }

        if (gateway.Split('.') is not [var shortName, var inNamespace, ..] || HostName.FlawOf(gateway) is not null)
        {
            fields.Error(field, $"invalid value for gateway name: '{gateway}'; {Forms}");
            return gateway;
        }

        var full = $"{inNamespace}/{shortName}";
        fields.Warn(field, $"using legacy gatewayName format '{gateway}'; write {full}");
        return full;
    }

    private static void Check(Fields fields, string field, string what, string text)
    {
        if (!Names.IsLabelInAnyCase(text))
        {
            fields.Error(field, $"invalid value for {what}: '{text}'; {Forms}");
        }
    }
}
