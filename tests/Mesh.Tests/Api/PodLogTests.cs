using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class PodLogTests
{
    private const string Log = "/api/v1/namespaces/color/pods/one/log";

    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "line 0\nline 1\nline 2\n")]
    [InlineData("?container=main", "line 0\nline 1\nline 2\n")]
    [InlineData("?tailLines=1", "line 2\n")]
    [InlineData("?tailLines=0", "")]
    [InlineData("?sinceTime=2026-01-31T12:00:01Z", "line 1\nline 2\n")]
    [InlineData("?sinceSeconds=1", "")]
    [InlineData("?limitBytes=9", "line 0\nli")]
    [InlineData("?timestamps=true&tailLines=1", "2026-01-31T12:00:02.000000000Z line 2\n")]
    [InlineData("?previous=true", "earlier\n")]
    public async Task A_log_is_read_as_asked(string query, string text)
    {
        await using var api = await TestApi.StartAsync();
        PutPod(api).Complete();

        Assert.Equal(text, await api.Client.GetStringAsync($"{Log}{query}", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("?container=other", "container other is not valid for pod one")]
    [InlineData("?tailLines=x", "tailLines")]
    [InlineData("?limitBytes=0", "limitBytes")]
    [InlineData("?sinceTime=soon", "sinceTime")]
    [InlineData("?sinceTime=2026-01-31T12:00:01Z&sinceSeconds=1", "at most one")]
    public async Task Wrong_options_are_told(string query, string told)
    {
        await using var api = await TestApi.StartAsync();
        PutPod(api);

        var sent = await api.SendAsync("GET", $"{Log}{query}");

        Assert.Equal(400, (int)sent.Code);
        Assert.Contains(told, (string)sent.Json["message"]!);
    }

    [Fact]
    public async Task A_log_is_followed_until_its_container_ends()
    {
        await using var api = await TestApi.StartAsync();
        var log = PutPod(api);
        using var lines = new StreamReader(
            await api.Client.GetStreamAsync($"{Log}?follow=true&tailLines=1", TestContext.Current.CancellationToken));

        List<string?> read = [await ReadAsync()];
        log.Append("line 3", Start);
        read.Add(await ReadAsync());
        log.Append("line 4", Start);
        log.Complete();
        read.AddRange([await ReadAsync(), await ReadAsync()]);

        Assert.Equal(["line 2", "line 3", "line 4", null], read);

        async Task<string?> ReadAsync() => await lines.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_pod_that_is_not_there_has_no_log()
    {
        await using var api = await TestApi.StartAsync();

        Assert.Equal("pods \"one\" not found", (string)(await api.SendAsync("GET", Log)).Json["message"]!);
    }

    private static PodLog PutPod(TestApi api)
    {
        api.Stored.Store.Write(TestStore.Cluster, draft => draft.PutDerived(JsonNode.Parse("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "one", "namespace": "color"},
             "spec": {"containers": [{"name": "main"}]} }
            """)!.AsObject()));
        api.Api.Logs.Begin("color", "one").Append("earlier", Start);
        var log = api.Api.Logs.Begin("color", "one");
        for (var number = 0; number < 3; number++)
        {
            log.Append($"line {number}", Start.AddSeconds(number));
        }

        return log;
    }
}
