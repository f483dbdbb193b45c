namespace ColorDemo.Mesh.Tests.Api;

/// <summary>What only several objects together show is told to whoever brought it about.</summary>
public class WriteWarningTests
{
    private const string Color = $"{TestApi.VirtualServices}/color";
    private const string Rules = "/apis/networking.istio.io/v1/namespaces/color/destinationrules";
    private const string Merge = "application/merge-patch+json";
    private const string Missing = "spec.http[0].route[0].destination.subset: DestinationRule color/one";

    [Theory]
    [InlineData("", 1)]
    [InlineData("?dryRun=All", 0)]
    public async Task A_route_to_a_subset_that_is_missing_is_told_in_the_answer_and_unless_it_is_a_dry_run_here(
        string query, int told)
    {
        await using var api = await StartAsync();

        var sent = await api.SendAsync("PATCH", Color + query, RouteTo("nosuch"), Merge);

        var warning = Assert.Single(sent.Answer.Headers.Warning).Text;
        Assert.StartsWith($"\"{Missing}", warning);
        Assert.Contains("has no subset 'nosuch': requests get 503; known are v1, v2", warning);
        Assert.Equal(told, api.Found.Count);
    }

    [Fact]
    public async Task What_was_so_before_is_not_told_again()
    {
        await using var api = await StartAsync();
        await api.SendAsync("PATCH", Color, RouteTo("nosuch"), Merge);

        var same = await api.SendAsync("PATCH", Color, """{"metadata": {"labels": {"a": "b"} } }""", Merge);
        var other = await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap("one"));

        Assert.Empty(same.Answer.Headers.Warning);
        Assert.Empty(other.Answer.Headers.Warning);
        Assert.Single(api.Found);
    }

    [Theory]
    [InlineData("PATCH", """{"spec": {"subsets": [{"name": "v2", "labels": {"version": "v2"} }]} }""")]
    [InlineData("DELETE", null)]
    public async Task A_warning_about_another_object_names_it(string method, string? body)
    {
        await using var api = await StartAsync();
        await api.SendAsync("POST", Rules, Rule("two"));
        await api.SendAsync("PATCH", Color, RouteTo("v1"), Merge);
        Assert.Empty(api.Found);

        var sent = await api.SendAsync(method, $"{Rules}/one", body, Merge);

        Assert.Contains(
            "VirtualService color/color: spec.http[0].route[0].destination.subset: ", $"{sent.Answer.Headers.Warning}");
        Assert.Contains("'v1'", $"{sent.Answer.Headers.Warning}");
    }

    private static async Task<TestApi> StartAsync()
    {
        var api = await TestApi.StartAsync();
        foreach (var service in (string[])["one", "two", "color-svc"])
        {
            api.Stored.Put($$"""
                apiVersion: v1
                kind: Service
                metadata: {name: {{service}}, namespace: color}
                spec: {ports: [{name: http, port: 80}]}
                """);
        }

        await api.SendAsync("POST", Rules, Rule("one"));
        return api;
    }

    private static string Rule(string service) => $$"""
        {
          "metadata": {"name": "{{service}}"},
          "spec": {
            "host": "{{service}}",
            "subsets": [{"name": "v1", "labels": {"version": "v1"} }, {"name": "v2", "labels": {"version": "v2"} }]
          }
        }
        """;

    private static string RouteTo(string subset) =>
        $$"""{"spec": {"http": [{"route": [{"destination": {"host": "one", "subset": "{{subset}}"} }]}]} }""";
}
