using System.Net;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Clients that change one object at the same time.</summary>
public class ConcurrentPatchTests
{
    private const int Clients = 8;
    private const int Changes = 100;
    private const string One = $"{TestApi.ConfigMaps}/one";

    [Fact]
    public async Task No_patch_is_lost()
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap("one"));

        await EachAsync(async key => Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("PATCH", One,
            $$"""[{"op": "add", "path": "/data/{{key}}", "value": "x"}]""", "application/json-patch+json")).Code));

        Assert.Equal(Clients * Changes, DataOf(api).Count);
    }

    [Fact]
    public async Task No_replacement_is_lost_when_clients_try_again_after_a_conflict()
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap("one", "{\"first\": \"x\"}"));
        var conflicts = 0;

        await EachAsync(async key =>
        {
            HttpStatusCode code;
            do
            {
                var json = (await api.SendAsync("GET", One)).Json;
                json["data"]![key] = "x";
                code = (await api.SendAsync("PUT", One, json.ToJsonString())).Code;
                _ = code == HttpStatusCode.Conflict ? Interlocked.Increment(ref conflicts) : 0;
            }
            while (code == HttpStatusCode.Conflict);
        }, changes: 20);

        Assert.Equal((Clients * 20) + 1, DataOf(api).Count);
        Assert.True(conflicts > 0);
    }

    private static Task EachAsync(Func<string, Task> change, int changes = Changes) => Task.WhenAll(
        Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var number = 0; number < changes; number++)
            {
                await change($"k{client}-{number}");
            }
        })));

    private static JsonObject DataOf(TestApi api) =>
        api.Stored.Now.Find(new("", "ConfigMap", "color", "one"))!.Json["data"]!.AsObject();
}
