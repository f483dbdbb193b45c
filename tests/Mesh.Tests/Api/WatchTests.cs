using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Tests.Api;

public class WatchTests
{
    [Fact]
    public async Task A_watch_begins_with_what_is_there_and_follows_every_change()
    {
        await using var api = await TestApi.StartAsync();
        Put(api, "one", "x");
        using var watcher = await Watcher.StartAsync(api, TestApi.ConfigMaps);

        List<string> told = [await watcher.NextNameAsync()];
        Put(api, "two", "x");
        Put(api, "one", "y");
        await api.SendAsync("DELETE", $"{TestApi.ConfigMaps}/one");
        for (var number = 0; number < 3; number++)
        {
            told.Add(await watcher.NextNameAsync());
        }

        Assert.Equal(["ADDED one", "ADDED two", "MODIFIED one", "DELETED one"], told);
    }

    [Fact]
    public async Task A_watch_goes_on_where_a_list_ended()
    {
        await using var api = await TestApi.StartAsync();
        Put(api, "one", "x");
        var list = await api.SendAsync("GET", TestApi.ConfigMaps);
        Put(api, "two", "x");

        using var watcher = await Watcher.StartAsync(
            api, $"{TestApi.ConfigMaps}?resourceVersion={list.Json["metadata"]!["resourceVersion"]}");

        Assert.Equal("ADDED two", await watcher.NextNameAsync());
    }

    [Fact]
    public async Task To_a_client_that_selects_objects_come_and_go_with_their_labels()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(api, $"{TestApi.ConfigMaps}?labelSelector=n=x");
        foreach (var label in (string[])["w", "x", "x", "y", "x"])
        {
            Put(api, "one", label, data: $"{Guid.NewGuid()}");
        }

        List<string> told = [];
        JsonNode? gone = null;
        for (var number = 0; number < 4; number++)
        {
            var next = (await watcher.NextAsync())!;
            told.Add((string)next["type"]!);
            gone = told[^1] == "DELETED" ? next["object"]!["metadata"] : gone;
        }

        Assert.Equal(["ADDED", "MODIFIED", "DELETED", "ADDED"], told);
        Assert.Equal("x", (string)gone!["labels"]!["n"]!);
        Assert.Equal(api.Stored.Now.Version - 1, long.Parse((string)gone["resourceVersion"]!));
    }

    [Fact]
    public async Task One_object_is_watched_by_its_name()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(api, $"{TestApi.ConfigMaps}?fieldSelector=metadata.name=two");
        Put(api, "one", "x");
        Put(api, "two", "x");

        Assert.Equal("ADDED two", await watcher.NextNameAsync());
    }

    [Fact]
    public async Task A_watch_ends_in_time_with_a_bookmark()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(
            api, $"{TestApi.ConfigMaps}?timeoutSeconds=0&allowWatchBookmarks=true");

        var last = (await watcher.NextAsync())!;

        Assert.Equal("BOOKMARK", (string)last["type"]!);
        Assert.Equal($"{api.Stored.Now.Version}", (string)last["object"]!["metadata"]!["resourceVersion"]!);
        Assert.Null(await watcher.NextAsync());
    }

    [Fact]
    public async Task A_client_that_asks_for_initial_events_is_told_where_they_end()
    {
        await using var api = await TestApi.StartAsync();
        Put(api, "one", "x");
        using var watcher = await Watcher.StartAsync(api, $"{TestApi.ConfigMaps}?sendInitialEvents=true"
            + "&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");

        Assert.Equal("ADDED one", await watcher.NextNameAsync());
        var end = (await watcher.NextAsync())!;
        Assert.Equal("BOOKMARK", (string)end["type"]!);
        Assert.Equal("true", (string)end["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]!);
    }

    [Fact]
    public async Task Kubectl_watches_tables_and_gets_the_columns_once()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(
            api, TestApi.ConfigMaps, "application/json;as=Table;v=v1;g=meta.k8s.io");
        Put(api, "one", "x");
        Put(api, "two", "x");

        var (first, second) = (await watcher.NextAsync(), await watcher.NextAsync());

        Assert.Equal("one", (string)first!["object"]!["rows"]![0]!["cells"]![0]!);
        Assert.NotEmpty(first["object"]!["columnDefinitions"]!.AsArray());
        Assert.Null(second!["object"]!["columnDefinitions"]);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_watches()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(api, TestApi.ConfigMaps);

        var told = watcher.NextNameAsync();
        await api.StopAsync();

        Assert.Equal("end", await told);
    }

    private static void Put(TestApi api, string name, string label, string data = "") => api.Stored.Put($$"""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{name}}, namespace: color, labels: {n: {{label}}} }
        data: {a: '{{data}}'}
        """);
}
