using System.Diagnostics;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class CurlCommandTests
{
    [Fact]
    public void A_plain_request_is_a_plain_command() => Assert.Equal(
        "curl -sS -i 'http://localhost:32011/random?fmt=json'",
        CurlCommand.Of(Details("http://localhost:32011/random?fmt=json")));

    [Fact]
    public void Headers_that_the_panel_adds_are_sent_again_an_empty_one_too() => Assert.Equal(
        "curl -sS -i -H 'x-user: canary' -H 'x-empty;' 'http://localhost/'",
        CurlCommand.Of(Details("http://localhost/", new("x-user", "canary"), new("x-empty", ""))));

    [Fact]
    public void What_curl_would_change_in_an_address_it_is_told_to_leave() => Assert.Equal(
        "curl -sS -i --globoff --path-as-is 'http://localhost/a/../[1-3]{x}'",
        CurlCommand.Of(Details("http://localhost/a/../[1-3]{x}")));

    [Fact]
    public void A_call_of_gRPC_sends_an_empty_message() => Assert.Equal(
        @"printf '\0\0\0\0\0' | curl -sS -i --http2-prior-knowledge -H 'content-type: application/grpc' "
        + "-H 'te: trailers' --data-binary @- --output - 'http://localhost/color.v1.ColorService/GetRandomColor'",
        CurlCommand.Of(Details("http://localhost/color.v1.ColorService/GetRandomColor")));

    [Theory]
    [InlineData("it's")]
    [InlineData("$(touch /tmp/x) `id` \\ \" ! * ~ ; & | < >")]
    [InlineData("'; echo hacked; '")]
    [InlineData("''")]
    public async Task A_shell_hands_every_value_to_curl_as_it_was(string value)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh.");
        var command = CurlCommand.Of(Details("http://localhost/", new Header("x-user", value)));

        // A function named curl stands in for the program.
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", $"curl() {{ printf '%s\\n' \"$@\"; }}; {command}" },
            RedirectStandardOutput = true,
        })!;
        var arguments = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["-sS", "-i", "-H", $"x-user: {value}", "http://localhost/", ""], arguments.Split('\n'));
    }

    internal static SampleDetails Details(string url, params Header[] sent) =>
        new(Sample(7), Start, url, sent, [], null, null);
}
