using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

public partial class AccessTests(SharedDemo shared)
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
        using var client = Client();

        using var without = await client.GetAsync(path, Stop);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "0123456789abcdef");
        using var wrong = await client.GetAsync(path, Stop);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [without.StatusCode, wrong.StatusCode]);
        Assert.Contains("\"reason\":\"Unauthorized\"", await without.Content.ReadAsStringAsync(Stop));
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

    /// <summary>Trusts the one certificate that the kubeconfig names.</summary>
    private HttpClient Client()
    {
        var named = AuthorityLine.Match(File.ReadAllText(shared.Demo.Kubeconfig)).Groups[1].Value;
        using var authority = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(named)));
        var thumbprint = authority.Thumbprint;
        return new(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate is X509Certificate2 one && one.Thumbprint == thumbprint,
            },
        })
        {
            BaseAddress = shared.Demo.Api("armadillo"),
        };
    }

    [GeneratedRegex("certificate-authority-data: (\\S+)")]
    private static partial Regex AuthorityLine { get; }
}
