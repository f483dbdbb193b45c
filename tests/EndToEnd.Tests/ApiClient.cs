using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Asks a local cluster's Kubernetes API, and trusts the one certificate that the kubeconfig names.</summary>
internal sealed partial class ApiClient(DemoProcess demo, string cluster)
{
    private readonly string _kubeconfig = File.ReadAllText(demo.Kubeconfig);

    public HttpClient WithToken()
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TokenLine.Match(_kubeconfig).Groups[1].Value);
        return client;
    }

    public HttpClient Anonymous()
    {
        var named = Convert.FromBase64String(AuthorityLine.Match(_kubeconfig).Groups[1].Value);
        using var authority = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(named));
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
            BaseAddress = demo.Api(cluster),
        };
    }

    [GeneratedRegex("certificate-authority-data: (\\S+)")]
    private static partial Regex AuthorityLine { get; }

    [GeneratedRegex("token: (\\S+)")]
    private static partial Regex TokenLine { get; }
}
