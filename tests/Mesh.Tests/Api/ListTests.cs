using System.Net;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Tests.Api;

public class ListTests
{
    [Fact]
    public async Task Pages_show_one_moment_whatever_happens_between_them()
    {
        await using var api = await TestApi.StartAsync();
        Fill(api, 25);
        var before = api.Stored.Now.Version;
        List<string> names = [];
        var (next, versions) = ("", new HashSet<string>());
        do
        {
            var page = await api.SendAsync("GET", $"{TestApi.ConfigMaps}?limit=10&continue={next}");
            names.AddRange(Names(page.Json));
            versions.Add((string)page.Json["metadata"]!["resourceVersion"]!);
            next = (string?)page.Json["metadata"]!["continue"] ?? "";
            await api.SendAsync("DELETE", $"{TestApi.ConfigMaps}/map-{names.Count:000}");
            await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap($"map-{names.Count:000}-new"));
        }
        while (next.Length > 0);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"map-{number:000}"), names);
        Assert.Equal([$"{before}"], versions);
    }

    [Fact]
    public async Task A_page_of_a_forgotten_moment_has_expired()
    {
        await using var api = await TestApi.StartAsync();
        Fill(api, 3);
        var page = await api.SendAsync("GET", $"{TestApi.ConfigMaps}?limit=1");
        for (var number = 0; number < 70; number++) // megabytes, of which 64 are remembered
        {
            var large = Event("large", number);
            large["message"] = new string('x', 1024 * 1024);
            api.Stored.Store.Write(TestStore.Cluster, draft => draft.PutDerived(large));
        }

        var next = await api.SendAsync(
            "GET", $"{TestApi.ConfigMaps}?limit=1&continue={page.Json["metadata"]!["continue"]}");

        Assert.Equal((HttpStatusCode.Gone, "Expired"), (next.Code, (string)next.Json["reason"]!));
    }

    [Fact]
    public async Task A_list_can_be_had_as_it_was()
    {
        await using var api = await TestApi.StartAsync();
        Fill(api, 3);
        var then = api.Stored.Now.Version;
        await api.SendAsync("DELETE", TestApi.ConfigMaps);

        var exact = await AskAsync("Exact");
        var now = await AskAsync("NotOlderThan");

        Assert.Equal(3, exact.Count);
        Assert.Empty(now);

        async Task<List<string>> AskAsync(string match) => Names((await api.SendAsync(
            "GET", $"{TestApi.ConfigMaps}?resourceVersion={then}&resourceVersionMatch={match}")).Json);
    }

    [Theory]
    [InlineData("labelSelector=n=1", "map-001")]
    [InlineData("fieldSelector=metadata.name=map-002", "map-002")]
    [InlineData("labelSelector=n in (0,2)&fieldSelector=metadata.name!=map-000", "map-002")]
    [InlineData("limit=1", "map-000")]
    [InlineData("resourceVersion=0&limit=1", "map-000")]
    public async Task Selectors_and_limits_choose(string query, string name)
    {
        await using var api = await TestApi.StartAsync();
        Fill(api, 3);

        Assert.Equal([name], Names((await api.SendAsync("GET", $"{TestApi.ConfigMaps}?{query}")).Json));
    }

    [Theory]
    [InlineData("limit=x", 400)]
    [InlineData("continue=x", 400)]
    [InlineData("continue=e30", 400)]
    [InlineData("labelSelector=a in", 400)]
    [InlineData("fieldSelector=spec.nothing=1", 400)]
    [InlineData("resourceVersion=x", 400)]
    [InlineData("resourceVersion=999999", 504)]
    [InlineData("resourceVersionMatch=Exact", 422)]
    [InlineData("resourceVersion=1&resourceVersionMatch=Sometimes", 422)]
    [InlineData("watch=1&resourceVersionMatch=NotOlderThan", 422)]
    [InlineData("watch=1&sendInitialEvents=true", 422)]
    [InlineData("watch=1&resourceVersion=999999", 410)]
    public async Task Wrong_options_are_told(string query, int code)
    {
        await using var api = await TestApi.StartAsync();

        Assert.Equal(code, (int)(await api.SendAsync("GET", $"{TestApi.ConfigMaps}?{query}")).Code);
    }

    [Fact]
    public async Task Kubectl_gets_a_table()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("GET", "/apis/networking.istio.io/v1/virtualservices?includeObject=None",
            headers: ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"));

        Assert.Equal("Table", (string)sent.Json["kind"]!);
        Assert.Equal("color", (string)sent.Json["rows"]![0]!["cells"]![0]!);
        Assert.Equal($"{api.Stored.Now.Version}", (string)sent.Json["metadata"]!["resourceVersion"]!);
    }

    public static JsonObject Event(string name, int count) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Event",
        ["metadata"] = new JsonObject { ["name"] = $"e{name}", ["namespace"] = "color" },
        ["count"] = count,
    };

    private static void Fill(TestApi api, int count)
    {
        for (var number = 0; number < count; number++)
        {
            api.Stored.Put($$"""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: map-{{number:000}}, namespace: color, labels: {n: "{{number}}"} }
                """);
        }
    }

    private static List<string> Names(JsonObject list) =>
        [.. list["items"]!.AsArray().Select(one => (string)one!["metadata"]!["name"]!)];
}
