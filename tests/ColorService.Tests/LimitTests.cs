using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ColorDemo.ColorService.Tests;

/// <summary>What a client may send, how slowly, and how often at a time.</summary>
public sealed class LimitTests(SharedService service)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_header_of_16_KiB_is_too_large()
    {
        using var response = await service.SendAsync(HttpMethod.Get, "/random", ("x-long", new string('x', 16 * 1024)));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_path_of_4_KiB_is_too_long()
    {
        using var response = await service.GetAsync($"/{new string('x', 4096)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 1\r\n\r\nx")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 1000000000\r\n\r\n")]
    public async Task A_request_for_a_color_has_no_body(string rest)
    {
        using var client = await ConnectAsync(service.Process);

        var answer = await client.AskAsync($"GET /random HTTP/1.1\r\nHost: x\r\n{rest}");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nERROR: a request has no body here\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_sends_its_headers_slowly_is_cut_off()
    {
        using var client = await ConnectAsync(service.Process);

        var answer = await client.AskAsync("GET /random HTTP/1.1\r\nHost: ");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_beyond_the_limit_is_closed_at_once()
    {
        await using var own = await ServiceProcess.StartAsync(("MAX_CONNECTIONS", "2"));
        using var first = await ConnectAsync(own);
        using var second = await ConnectAsync(own);
        await first.SendAsync("GET /random HTTP/1.1\r\nHost: x\r\n\r\n");
        await second.SendAsync("GET /random HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await first.ReadAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await second.ReadAsync(), StringComparison.Ordinal);

        using var third = await ConnectAsync(own);

        Assert.Equal("", await third.ReadAsync());
    }

    private static async Task<RawClient> ConnectAsync(ServiceProcess process)
    {
        var client = new TcpClient();
        var address = process.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, Cancelled);
        return new(client);
    }

    private sealed record RawClient(TcpClient Client) : IDisposable
    {
        public async Task SendAsync(string text) =>
            await Client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Cancelled);

        /// <returns>What the first packet brings; empty when the connection is closed.</returns>
        public async Task<string> ReadAsync()
        {
            var buffer = new byte[4096];
            try
            {
                return Encoding.ASCII.GetString(buffer, 0, await Client.GetStream().ReadAsync(buffer, Cancelled));
            }
            catch (IOException)
            {
                return ""; // closed with a reset
            }
        }

        /// <returns>Everything until the service closes the connection.</returns>
        public async Task<string> AskAsync(string text)
        {
            await SendAsync(text);
            using var reader = new StreamReader(Client.GetStream(), Encoding.ASCII);
            return await reader.ReadToEndAsync(Cancelled);
        }

        public void Dispose() => Client.Dispose();
    }
}
