using System.Net;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

public class ConsistentHashTests
{
    private const int Keys = 20_000;

    private readonly Balancer _balancer = new(random: new(20210));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void When_one_endpoint_of_ten_leaves_few_keys_move(bool isMaglev)
    {
        var before = Owners(TestUpstream.Equal(ByHeader(isMaglev), 10));
        var after = Owners(TestUpstream.Equal(ByHeader(isMaglev), 9));

        var moved = before.Zip(after).Count(pair => pair.First != pair.Second) / (double)Keys;
        Assert.InRange(moved, 0.05, 0.25);
    }

    [Fact]
    public void Of_a_ring_only_the_keys_of_the_endpoint_that_leaves_move()
    {
        var before = Owners(TestUpstream.Equal(ByHeader(false), 10));
        var after = Owners(TestUpstream.Equal(ByHeader(false), 9));

        // The ring is a little denser with nine: a few keys may follow.
        var others = before.Zip(after).Count(pair => pair.First is not "pod-9" && pair.First != pair.Second);
        Assert.InRange(others / (double)Keys, 0, 0.1);
    }

    /// <summary>Keys spread as the ring does: within a third for 1024 places, closer for the table.</summary>
    [Theory]
    [InlineData(false, 0.33)]
    [InlineData(true, 0.05)]
    public void Keys_spread_by_weight(bool isMaglev, double tolerance)
    {
        var owned = Owners(TestUpstream.Weighted(ByHeader(isMaglev), 6, 3, 1)).CountBy(owner => owner).ToDictionary();

        Assert.InRange(owned["pod-0"] / (0.6 * Keys), 1 - tolerance, 1 + tolerance);
        Assert.InRange(owned["pod-1"] / (0.3 * Keys), 1 - tolerance, 1 + tolerance);
        Assert.InRange(owned["pod-2"] / (0.1 * Keys), 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void Every_kind_of_key_sticks_to_its_endpoint()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["x-user"] = "jason";
        context.Request.Headers.Cookie = "user=jason";
        context.Request.QueryString = new("?a=b&user=jason");
        context.Connection.RemoteIpAddress = IPAddress.Parse("10.1.2.3");

        ConsistentHash[] keys =
        [
            Hash(header: "x-user"), Hash(cookie: new("user", null, null)), Hash(query: "user"), Hash(sourceIp: true),
        ];
        Assert.All(keys, key => Assert.Single(_balancer.Count(TestUpstream.Equal(By(key), 10), 100, context)));
        Assert.False(context.Response.Headers.ContainsKey("set-cookie"));
    }

    [Fact]
    public void A_request_without_the_key_goes_anywhere()
    {
        ConsistentHash[] keys = [Hash(header: "x-user"), Hash(cookie: new("user", null, null)), Hash(query: "user")];

        Assert.All(keys, key => Assert.Equal(4, _balancer.Count(TestUpstream.Equal(By(key), 4), 500).Count));
    }

    [Theory]
    [InlineData(600, "/", "; Max-Age=600; Path=/; HttpOnly")]
    [InlineData(0, null, "; HttpOnly")]
    public void A_cookie_with_an_age_is_made_once_and_leads_back(int seconds, string? path, string attributes)
    {
        var upstream = TestUpstream.Equal(By(Hash(cookie: new("user", path, TimeSpan.FromSeconds(seconds)))), 10);
        var first = new DefaultHttpContext();
        first.Connection.RemoteIpAddress = IPAddress.Loopback;
        var owner = Assert.Single(_balancer.Count(upstream, 3, first)).Key;
        var made = Assert.Single(first.Response.Headers.SetCookie)!;
        Assert.Matches($"^user=\"[0-9a-f]{{16}}\"{attributes}$", made);

        var second = new DefaultHttpContext();
        second.Request.Headers.Cookie = made[..made.IndexOf(';')];

        Assert.Equal(owner, Assert.Single(_balancer.Count(upstream, 3, second)).Key);
    }

    /// <summary>The value of the xxHash specification for the empty input.</summary>
    [Fact]
    public void Texts_are_hashed_with_xxHash64() => Assert.Equal(0xEF46DB3751D8E999UL, RequestHash.Of(""));

    [Fact]
    public void A_retry_leaves_the_endpoint_of_its_key()
    {
        var upstream = TestUpstream.Equal(ByHeader(false), 3);
        var context = With("jason");
        using var first = _balancer.Lease(upstream, context, []).Lease!;
        using var second = _balancer.Lease(upstream, context, [first.Endpoint]).Lease!;

        Assert.NotEqual(first.Endpoint, second.Endpoint);
    }

    private string[] Owners(Upstream upstream) =>
        [.. Enumerable.Range(0, Keys).Select(key =>
        {
            using var lease = _balancer.Lease(upstream, With($"user-{key}"), []).Lease!;
            return lease.Endpoint.Address;
        })];

    private static DefaultHttpContext With(string user)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["x-user"] = user;
        return context;
    }

    private static UpstreamPolicy ByHeader(bool isMaglev) => By(Hash(header: "x-user") with { IsMaglev = isMaglev });

    private static UpstreamPolicy By(ConsistentHash key) => TestUpstream.Policy() with { ConsistentHash = key };

    private static ConsistentHash Hash(
        string? header = null, HashCookie? cookie = null, bool sourceIp = false, string? query = null) =>
        new(header, cookie, sourceIp, query, false, 1024);
}
