using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ColorDemo.Grid.Tests;

public sealed class StreamRequestTests
{
    private const string Least = "gateway=armadillo&path=/random&rate=5";

    private static readonly GridSettings Settings = new(
        null, 0,
        [
            new("armadillo", new("http://localhost:1"))
            {
                GrpcAddress = new("http://localhost:2"), BrowserAddress = new("http://localhost:3"),
            },
            new("bison", new("http://localhost:4")),
        ],
        ["/random"]);

    [Fact]
    public void What_a_page_writes_is_read_as_it_was_meant()
    {
        var sampling = new Sampling("armadillo", "/random", 1234.5)
        {
            Headers = [new("x-user", "canary"), new("x-user", "a: b&c=d"), new("x-empty", "")],
            Query = "family=red&q=%26",
            NewConnections = true,
            Timeout = 250,
            Concurrency = 4096,
        };

        var (target, refusal) = Read(sampling.ToString());

        Assert.Equal("", refusal);
        Assert.Equal(sampling, target!.Sampling);
        Assert.Equal("http://localhost:1/random?fmt=json&family=red&q=%26", target.Address.AbsoluteUri);
    }

    [Fact]
    public void With_gRPC_the_method_is_the_path() => Assert.Equal(
        "http://localhost:2/color.v1.ColorService/GetRandomColor",
        Read($"{Least}&protocol=grpc&header=x-user:canary").Target!.Address.AbsoluteUri);

    [Fact]
    public void A_browser_asks_at_an_address_of_its_own()
    {
        var sampling = new Sampling("armadillo", "/random", 100) { Asker = Asker.Browser };

        var target = Read(sampling.ToString()).Target!;

        Assert.Equal((sampling, Asker.Browser), (target.Sampling, target.Sampling.Asker));
        Assert.Equal("http://localhost:3/random?fmt=json", target.Address.AbsoluteUri);
        Assert.Equal("http://localhost:3/random?fmt=json", target.RoutedAlike.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("gateway=bison&path=/random&rate=5",
        "asker: browsers have no address of bison; GRID_BROWSER_GATEWAYS gives one to this host.")]
    [InlineData("gateway=armadillo&path=/random&rate=101",
        "rate: '101' is not a number of requests per second from 0.2 to 100.")]
    [InlineData($"{Least}&protocol=grpc", "protocol: a browser cannot ask over gRPC; the host can.")]
    [InlineData($"{Least}&connections=new",
        "connections: a browser keeps its connections; the host can open new ones.")]
    [InlineData($"{Least}&header=cookie: a=b", "header: 'cookie' may not be set by a page; the host can.")]
    [InlineData($"{Least}&header=Sec-Fetch-Mode: cors",
        "header: 'Sec-Fetch-Mode' may not be set by a page; the host can.")]
    public void What_a_browser_cannot_do_is_told_in_a_sentence(string parameters, string sentence) =>
        Assert.Equal((null, sentence), Read($"{parameters}&asker=browser"));

    [Theory]
    [InlineData("asker=nobody", "asker: 'nobody' is neither host nor browser.")]
    [InlineData("protocol=h3", "protocol: 'h3' is neither http nor grpc.")]
    [InlineData("connections=none", "connections: 'none' is neither kept nor new.")]
    [InlineData("timeout=9", "timeout: '9' is not a whole number of milliseconds from 10 to 60,000.")]
    [InlineData("timeout=60001", "timeout: '60001' is not a whole number of milliseconds from 10 to 60,000.")]
    [InlineData("timeout=1e3", "timeout: '1e3' is not a whole number of milliseconds from 10 to 60,000.")]
    [InlineData("timeout=20&timeout=30",
        "timeout: '20,30' is not a whole number of milliseconds from 10 to 60,000.")]
    [InlineData("concurrency=0", "concurrency: '0' is not a whole number of requests from 1 to 4,096.")]
    [InlineData("concurrency=4097", "concurrency: '4097' is not a whole number of requests from 1 to 4,096.")]
    [InlineData("query=a b", "query: 'a b' is no query of a URL: "
        + "letters, digits, -._~!$&'()*+,;=:@/? and percent-encoding make one.")]
    [InlineData("query=%25zz", "query: '%zz' is no query of a URL: "
        + "letters, digits, -._~!$&'()*+,;=:@/? and percent-encoding make one.")]
    [InlineData("query=a%23b", "query: 'a#b' is no query of a URL: "
        + "letters, digits, -._~!$&'()*+,;=:@/? and percent-encoding make one.")]
    [InlineData("query=a%25", "query: 'a%' is no query of a URL: "
        + "letters, digits, -._~!$&'()*+,;=:@/? and percent-encoding make one.")]
    [InlineData("protocol=grpc&query=a", "query: 'a' is given, and gRPC has none.")]
    [InlineData("header=x-user", "header: 'x-user' has no colon; give name: value.")]
    [InlineData("header=:authority: x", "header: nothing is no header name: "
        + "letters, digits and !#$%&'*+-.^_`|~ make one.")]
    [InlineData("header=x user: a", "header: 'x user' is no header name: "
        + "letters, digits and !#$%&'*+-.^_`|~ make one.")]
    [InlineData("header=x-user: a%0d%0ahost: evil",
        "header: the value of 'x-user' has characters other than visible ASCII and spaces.")]
    [InlineData("header=x-user: ä",
        "header: the value of 'x-user' has characters other than visible ASCII and spaces.")]
    [InlineData("protocol=grpc&header=grpc-timeout: 1S", "header: 'grpc-timeout' may not be set with gRPC.")]
    [InlineData("protocol=grpc&header=x-bin: AA", "header: 'x-bin' may not be set with gRPC.")]
    public void What_is_wrong_is_told_in_a_sentence(string parameters, string sentence) =>
        Assert.Equal((null, sentence), Read($"{Least}&{parameters}"));

    [Theory]
    [InlineData("Host")]
    [InlineData("connection")]
    [InlineData("Content-Length")]
    [InlineData("content-type")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Upgrade")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Keep-Alive")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Expect")]
    public void Headers_of_the_connection_and_of_bodies_may_not_be_set(string name) => Assert.Equal(
        $"header: '{name}' may not be set: it belongs to the connection or to a body.",
        Read($"{Least}&header={name}:x").Refusal);

    [Fact]
    public void Headers_and_queries_have_a_greatest_length_and_number()
    {
        var many = string.Concat(Enumerable.Repeat("&header=a:b", 9));

        Assert.Equal("header: 9 are given; at most 8 are accepted.", Read(Least + many).Refusal);
        Assert.Equal(
            "header: 'a' is longer than 200 characters with its value.",
            Read($"{Least}&header=a:{new string('b', 200)}").Refusal);
        Assert.EndsWith(
            "is longer than 200 characters.", Read($"{Least}&query={new string('b', 201)}").Refusal,
            StringComparison.Ordinal);
    }

    private static (Target? Target, string Refusal) Read(string query) =>
        StreamRequest.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Settings);
}
