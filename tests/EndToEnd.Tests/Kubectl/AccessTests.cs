using System.Net;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

public class AccessTests(SharedDemo shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/version")]
    [InlineData("/openapi/v3")]
    [InlineData("/apis/networking.istio.io/v1/virtualservices")]
    public async Task Without_the_token_of_the_run_nothing_is_answered(string path)
    {
        using var client = new ApiClient(shared.Demo, "armadillo").Anonymous();

        using var without = await client.GetAsync(path, Stop);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "0123456789abcdef");
        using var wrong = await client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Contains("\"reason\":\"Unauthorized\"", await without.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_page_of_a_browser_gets_nothing_even_with_the_token()
    {
        using var client = new ApiClient(shared.Demo, "armadillo").WithToken();
        using var allowed = await client.GetAsync("/api/v1/pods", Stop);
        client.DefaultRequestHeaders.Add("Origin", "http://elsewhere.example");

        using var refused = await client.GetAsync("/api/v1/pods", Stop);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [allowed.StatusCode, refused.StatusCode]);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_kubeconfig_is_readable_by_its_owner_only_and_names_both_clusters()
    {
        var text = await File.ReadAllTextAsync(shared.Demo.Kubeconfig, Stop);

        Assert.Contains("name: armadillo", text);
        Assert.Contains("name: bison", text);
        Assert.True(OperatingSystem.IsWindows() || OnlyOwnerEnters(Path.GetDirectoryName(shared.Demo.Kubeconfig)!));
    }

    private static bool OnlyOwnerEnters(string folder) =>
        OperatingSystem.IsWindows()
        || File.GetUnixFileMode(folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
