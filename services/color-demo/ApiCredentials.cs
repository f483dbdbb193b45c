using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ColorDemo.Launcher;

/// <summary>What proves the APIs and their clients to each other, new with every run and never on disk but for the
/// kubeconfig.</summary>
/// <remarks>TLS even on loopback: kubectl sends the token of a kubeconfig over nothing else.</remarks>
internal sealed class ApiCredentials : IDisposable
{
    private const int TokenBytes = 32;

    public ApiCredentials()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=color-demo", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    /// <summary>Of the server, and at the same time the authority that its clients trust.</summary>
    public X509Certificate2 Certificate { get; }

    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public void Dispose() => Certificate.Dispose();
}
