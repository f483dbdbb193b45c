using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>What a Kubernetes API server tells about the groups, versions and kinds that it serves.</summary>
/// <remarks>Source: the types of <c>meta/v1</c> that end in <c>List</c>, <c>Group</c> and <c>Versions</c>.</remarks>
internal static class DiscoveryDocuments
{
    /// <summary>Of <c>/version</c>: the release whose behaviour is followed, and that this is no such server.</summary>
    public static JsonObject Version() => new()
    {
        ["major"] = "1",
        ["minor"] = "32",
        ["gitVersion"] = "v1.32.0+color-demo",
        ["gitCommit"] = "",
        ["gitTreeState"] = "",
        ["buildDate"] = "",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = RuntimeInformation.RuntimeIdentifier,
    };

    /// <summary>Of <c>/api</c>.</summary>
    public static JsonObject CoreVersions() => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = new JsonArray(),
    };

    /// <summary>Of <c>/apis</c>.</summary>
    public static JsonObject Groups() => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. ApiGroup.All.Where(group => !group.IsCore).Select(Naming)]),
    };

    /// <summary>Of <c>/apis/{group}</c>.</summary>
    public static JsonObject Group(ApiGroup group)
    {
        var json = Naming(group);
        json.Insert(0, "kind", "APIGroup");
        json.Insert(1, "apiVersion", "v1");
        return json;
    }

    /// <summary>Of <c>/api/v1</c> and <c>/apis/{group}/{version}</c>.</summary>
    public static JsonObject Resources(ApiGroup group, string version) => new()
    {
        ["kind"] = "APIResourceList",
        ["apiVersion"] = "v1",
        ["groupVersion"] = group.ApiVersionOf(version),
        ["resources"] = new JsonArray([.. group.ResourcesOf(version).SelectMany(resource => Lines(resource, version))]),
    };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static IEnumerable<JsonObject> Lines(ApiResource resource, string version)
    {
        var main = new JsonObject
        {
            ["name"] = resource.Plural,
            ["singularName"] = resource.Singular,
            ["namespaced"] = resource.IsNamespaced,
            ["kind"] = resource.Kind,
            ["verbs"] = Texts(resource.Verbs),
        };
        if (resource.ShortNames.Count > 0)
        {
            main["shortNames"] = Texts(resource.ShortNames);
        }

        if (resource.Categories.Count > 0)
        {
            main["categories"] = Texts(resource.Categories);
        }

        return Subresource.Of(resource, version).Select(sub => Line(resource, sub)).Prepend(main);
    }

    private static JsonObject Line(ApiResource resource, Subresource sub)
    {
        var line = new JsonObject
        {
            ["name"] = $"{resource.Plural}/{sub.Name}",
            ["singularName"] = "",
            ["namespaced"] = resource.IsNamespaced,
        };
        if (sub.Group != resource.Group)
        {
            line["group"] = sub.Group;
            line["version"] = sub.Version;
        }

        line["kind"] = sub.Kind;
        line["verbs"] = Texts(sub.Verbs);
        return line;
    }

    private static JsonObject Naming(ApiGroup group)
    {
        return new()
        {
            ["name"] = group.Name,
            ["versions"] = new JsonArray([.. group.Versions.Select(Version)]),
            ["preferredVersion"] = Version(group.Versions[0]),
        };

        JsonObject Version(string version) => new()
        {
            ["groupVersion"] = group.ApiVersionOf(version),
            ["version"] = version,
        };
    }
}
