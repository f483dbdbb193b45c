namespace ColorDemo.Mesh.Istio;

/// <summary>Istio <c>ClientTLSSettings</c>, of which the mesh here only needs the mode.</summary>
/// <param name="Mode">DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL; DISABLE when absent, as in Istio.</param>
public sealed record ClientTls(string Mode)
{
    private static readonly string[] Certificates = ["clientCertificate", "privateKey", "caCertificates"];

    internal static ClientTls? Read(Fields? tls)
    {
        if (tls is null)
        {
            return null;
        }

        var mode = tls.Choice("mode", "DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL");
        if (mode is "SIMPLE" or "MUTUAL")
        {
            tls.Warn("mode", $"{mode} TLS is not simulated here: requests go to the pods in plain text");
            CheckCertificates(tls, mode);
        }
        else if (mode is not null || !tls.Has("mode"))
        {
            tls.NotSimulated(
                [.. Certificates, "credentialName", "subjectAltNames", "sni", "caCrl", "insecureSkipVerify"]);
        }

        foreach (var name in (string[])[.. Certificates, "credentialName", "sni", "caCrl"])
        {
            tls.Text(name);
        }

        tls.Texts("subjectAltNames");
        tls.Flag("insecureSkipVerify");
        tls.End();
        return new(mode ?? "DISABLE");
    }

    private static void CheckCertificates(Fields tls, string mode)
    {
        var hasCredential = tls.Has("credentialName");
        if (tls.Flag("insecureSkipVerify")
            && (tls.Has("caCertificates") || tls.Has("subjectAltNames") || (mode == "SIMPLE" && hasCredential)))
        {
            tls.Error("insecureSkipVerify", "cannot specify caCertificates, subjectAltNames or, for SIMPLE, "
                + "credentialName when insecureSkipVerify is set true; leave out one or the other");
        }

        if (hasCredential && Certificates.FirstOrDefault(tls.Has) is { } certificate)
        {
            tls.Error(certificate, "cannot specify client certificates or CA certificate if credentialName is set; "
                + "keep credentialName, or the certificates");
        }
        else if (mode == "MUTUAL" && !hasCredential)
        {
            Require("clientCertificate", "client certificate required for mutual tls; name it, or set credentialName");
            Require("privateKey", "private key required for mutual tls; name it, or set credentialName");
        }

        void Require(string name, string message)
        {
            if (!tls.Has(name))
            {
                tls.Error(name, message);
            }
        }
    }
}
