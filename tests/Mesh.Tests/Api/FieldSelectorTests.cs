using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class FieldSelectorTests
{
    private static readonly JsonObject Pod = Patches.Parse("""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":"color"},
        "spec":{"nodeName":"n"},"status":{"phase":"Running"}}
        """);

    private static readonly JsonObject Event = Patches.Parse("""
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"e,1","namespace":"color"},"reason":"Started",
        "type":"Normal","reportingComponent":"mesh","involvedObject":{"kind":"Pod","name":"a","uid":"7"}}
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=a", true)]
    [InlineData("metadata.name==a,metadata.namespace=color", true)]
    [InlineData("metadata.name!=a", false)]
    [InlineData("status.phase!=Failed,status.phase=Running", true)]
    [InlineData("status.phase=Running,spec.nodeName=other", false)]
    [InlineData("status.podIP=", true)]
    [InlineData("status.podIP!=", false)]
    public void Pods_are_selected_by_a_few_fields(string selector, bool matches) =>
        Assert.Equal(matches, FieldSelector.Parse(selector, Of("Pod")).Matches(Pod));

    [Theory]
    [InlineData("involvedObject.name=a,involvedObject.kind=Pod,involvedObject.uid=7", true)]
    [InlineData("involvedObject.namespace=color", false)]
    [InlineData("type=Normal,reason=Started,source=mesh", true)]
    [InlineData(@"metadata.name=e\,1", true)]
    [InlineData(@"metadata.name=e\=1", false)]
    [InlineData("type!=Normal", false)]
    public void Events_are_selected_by_what_they_are_about(string selector, bool matches) =>
        Assert.Equal(matches, FieldSelector.Parse(selector, Of("Event")).Matches(Event));

    [Theory]
    [InlineData("spec.color=red", "field label not supported: spec.color")]
    [InlineData("type=Normal", "field label not supported: type")]
    [InlineData("metadata.name", "'metadata.name' needs =, == or !=")]
    [InlineData("=a", "field label not supported: ")]
    [InlineData("metadata.name=a=b", "write")]
    [InlineData(@"metadata.name=a\b", "write")]
    [InlineData(@"metadata.name=a\", "write")]
    [InlineData(@"metadata.name=a\\=", "write")]
    public void What_is_no_field_selector_is_told(string selector, string message) => Assert.Contains(message,
        Assert.Throws<FormatException>(() => FieldSelector.Parse(selector, Of("Pod"))).Message);

    [Fact]
    public void Other_kinds_are_selected_by_name_and_namespace_alone()
    {
        var service = ApiResources.OfKind("networking.istio.io/v1", "VirtualService")!;

        Assert.True(FieldSelector.Parse("metadata.name=a,metadata.namespace=color", service).Matches(Pod));
        Assert.Throws<FormatException>(() => FieldSelector.Parse("status.phase=Running", service));
    }

    private static ApiResource Of(string kind) => ApiResources.OfKind("v1", kind)!;
}
