using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Many changes, many watchers, and watchers that do not read.</summary>
public class WatchLoadTests
{
    private const string Events = "/api/v1/namespaces/color/events";

    [Fact]
    public async Task A_watch_misses_and_swaps_none_of_ten_thousand_changes()
    {
        await using var api = await TestApi.StartAsync();
        using var watcher = await Watcher.StartAsync(api, Events);

        var writing = Task.Run(() => Write(api, 10_000), TestContext.Current.CancellationToken);
        var (last, counts) = (0L, new List<int>());
        while (counts.Count < 10_000)
        {
            var one = (await watcher.NextAsync())!["object"]!;
            var version = long.Parse((string)one["metadata"]!["resourceVersion"]!);
            Assert.True(version > last);
            last = version;
            counts.Add((int)one["count"]!);
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, 10_000), counts);
    }

    [Fact]
    public async Task A_hundred_watchers_hear_everything()
    {
        await using var api = await TestApi.StartAsync();
        var watchers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Watcher.StartAsync(api, Events)));

        Write(api, 200);
        var counts = await Task.WhenAll(watchers.Select(async watcher =>
        {
            var count = 0;
            while (count < 200)
            {
                var next = (int)(await watcher.NextAsync())!["object"]!["count"]!;
                Assert.Equal(++count, next);
            }

            watcher.Dispose();
            return count;
        }));

        Assert.All(counts, count => Assert.Equal(200, count));
    }

    [Fact]
    public async Task Clients_that_stop_reading_cost_little_memory_and_no_writer_waits_for_them()
    {
        await using var api = await TestApi.StartAsync();
        var deaf = Enumerable.Range(0, 20).Select(_ => ConnectAndNeverRead(api.Address)).ToList();
        using var watcher = await Watcher.StartAsync(api, Events);
        Write(api, 1);
        await watcher.NextAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var slowest = Write(api, 500, size: 32 * 1024); // 16 MB to each of 20
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        deaf.ForEach(socket => socket.Dispose());
        Assert.True(grown < 100 * 1024 * 1024, $"{grown} bytes more"); // the log itself keeps the objects, twice
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"a write took {slowest}");
    }

    private static Socket ConnectAndNeverRead(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        socket.Connect(address.Host, address.Port);
        socket.Send(Encoding.ASCII.GetBytes(
            $"GET {Events}?watch=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TestApi.Token}\r\n\r\n"));
        return socket;
    }

    /// <returns>How long the slowest write took.</returns>
    private static TimeSpan Write(TestApi api, int changes, int size = 0)
    {
        var slowest = TimeSpan.Zero;
        for (var count = 1; count <= changes; count++)
        {
            var json = ListTests.Event("one", count);
            json["message"] = JsonValue.Create(new string('x', size));
            var began = Stopwatch.GetTimestamp();
            api.Stored.Store.Write(TestStore.Cluster, draft => draft.PutDerived(json));
            var took = Stopwatch.GetElapsedTime(began);
            slowest = took > slowest ? took : slowest;
        }

        return slowest;
    }
}
