namespace ColorDemo.Mesh.Istio;

/// <summary>Where a gateway's server would take its certificates from: checked, not used.</summary>
internal static class ServerCertificates
{
    public static readonly IReadOnlyList<string> FieldNames =
    [
        "credentialName", "credentialNames", "serverCertificate", "privateKey", "caCertificates", "caCrl",
        "caCertCredentialName", "tlsCertificates",
    ];

    public static void Check(Fields tls, string? mode)
    {
        var given = FieldNames.Where(tls.Has).ToList();
        switch (mode)
        {
            case "ISTIO_MUTUAL":
                foreach (var name in given)
                {
                    tls.Error(
                        name, $"ISTIO_MUTUAL TLS cannot have associated {name}; Istio's own certificates are used");
                }

                break;
            case "PASSTHROUGH" or "AUTO_PASSTHROUGH" when given.Count > 0:
                tls.Warn(given[0], $"{mode} mode does not use certificates, they will be ignored; leave them out");
                break;
            case "SIMPLE" or "MUTUAL" or "OPTIONAL_MUTUAL":
                CheckTerminating(tls, mode);
                break;
        }
    }

    /// <summary>Reads every field, so that a wrong type or an unknown field is found.</summary>
    public static void Read(Fields tls)
    {
        foreach (var name in FieldNames.Where(name => name is not ("credentialNames" or "tlsCertificates")))
        {
            tls.Text(name);
        }

        CheckCount("credentialNames", tls.Texts("credentialNames").Count);
        var certificates = tls.Objects("tlsCertificates");
        CheckCount("tlsCertificates", certificates.Count);
        foreach (var certificate in certificates)
        {
            certificate.RequiredText("serverCertificate");
            certificate.RequiredText("privateKey");
            certificate.Text("caCertificates");
            certificate.End();
        }

        void CheckCount(string name, int count)
        {
            if (tls.Has(name) && count is 0 or > 2)
            {
                tls.Error(name, $"must have 1 or 2 items, it has {count}");
            }
        }
    }

    private static void CheckTerminating(Fields tls, string mode)
    {
        var kind = mode == "SIMPLE" ? "SIMPLE TLS" : "MUTUAL TLS";
        var hasCredential = tls.Has("credentialName") || tls.Has("credentialNames");
        string[] sources = ["credentialName", "credentialNames", "serverCertificate", "tlsCertificates"];
        if (sources.Where(tls.Has).ToList() is [_, _, ..] several)
        {
            tls.Error(several[1], "only one of credentialName, credentialNames, serverCertificate/privateKey, "
                + $"tlsCertificates should be specified; keep {several[0]} or this");
        }

        if (mode == "SIMPLE" && tls.Has("caCrl"))
        {
            tls.Error("caCrl", "CRL is not supported with SIMPLE TLS; leave it out");
        }
        else if (tls.Has("caCrl") && hasCredential)
        {
            tls.Error("caCrl", "CRL is not supported with credentialName; put it into the credential");
        }

        if (!hasCredential && !tls.Has("tlsCertificates"))
        {
            Require("serverCertificate", "a server certificate");
            Require("privateKey", "a private key");
        }

        if (!hasCredential && mode != "SIMPLE")
        {
            Require("caCertificates", "a client CA bundle");
        }

        void Require(string name, string what)
        {
            if (!tls.Has(name))
            {
                tls.Error(name, $"{kind} requires {what}; set {name}, or credentialName");
            }
        }
    }
}
