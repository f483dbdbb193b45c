namespace ColorDemo.Mesh.Istio;

/// <summary>Istio <c>ServerTLSSettings</c>.</summary>
/// <param name="HttpsRedirect">Every request for the server's hosts is answered with a redirect to https.</param>
/// <param name="Mode">
/// PASSTHROUGH, SIMPLE, MUTUAL, AUTO_PASSTHROUGH, ISTIO_MUTUAL or OPTIONAL_MUTUAL; absent when only redirecting.
/// </param>
public sealed record ServerTls(bool HttpsRedirect, string? Mode)
{
    private static readonly string[] Modes =
        ["PASSTHROUGH", "SIMPLE", "MUTUAL", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"];

    private static readonly string[] Versions = ["TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"];

    private static readonly string[] Lists =
        ["cipherSuites", "ecdhCurves", "subjectAltNames", "verifyCertificateHash", "verifyCertificateSpki"];

    /// <param name="server">Holds <c>tls</c>.</param>
    /// <param name="protocol">Of the server's port; empty when it is not known.</param>
    internal static ServerTls? Read(Fields server, string protocol)
    {
        if (!server.Has("tls") && GatewayPort.IsSecured(protocol))
        {
            server.Error("tls", "server must have TLS settings for HTTPS/TLS protocols; write tls: with a mode, "
                + $"one of {string.Join(", ", Modes)}");
        }

        if (server.Object("tls") is not { } tls)
        {
            return null;
        }

        var redirects = tls.Flag("httpsRedirect");
        var mode = tls.Choice("mode", Modes);
        if (GatewayPort.IsSecured(protocol))
        {
            mode = tls.Has("mode") ? mode : "PASSTHROUGH"; // Istio's default
            CheckSecured(tls, protocol, mode, redirects);
            ServerCertificates.Check(tls, mode);
        }
        else if (GatewayPort.IsHttp(protocol))
        {
            CheckPlain(tls, mode);
            mode = null;
        }
        else if (protocol.Length > 0)
        {
            server.Error("tls",
                $"server cannot have TLS settings for non HTTPS/TLS ports such as {protocol}; leave tls out");
        }

        CheckRest(tls);
        return new(redirects, mode);
    }

    private static void CheckSecured(Fields tls, string protocol, string? mode, bool redirects)
    {
        if (redirects)
        {
            tls.Warn("httpsRedirect", "tls.httpsRedirect should only be used with http servers; leave it out here");
        }

        if (protocol.Equals("HTTPS", StringComparison.OrdinalIgnoreCase)
            && mode is "SIMPLE" or "MUTUAL" or "OPTIONAL_MUTUAL" or "ISTIO_MUTUAL")
        {
            tls.Warn(tls.Has("mode") ? "mode" : "", $"{mode} TLS is not carried here: the port's routes are decided, "
                + "its requests come in as plain text");
        }
        else if (mode is not (null or "AUTO_PASSTHROUGH"))
        {
            tls.Warn(tls.Has("mode") ? "mode" : "",
                $"{protocol} servers with mode {mode} are not simulated here, they get no routes");
        }
    }

    private static void CheckPlain(Fields tls, string? mode)
    {
        string[] secured =
        [
            .. mode == "PASSTHROUGH" ? [] : (string[])["mode"], // which is Istio's default, and so no setting
            .. ServerCertificates.FieldNames, .. Lists, "minProtocolVersion", "maxProtocolVersion",
            "insecureSkipVerify",
        ];
        foreach (var name in secured.Where(tls.Has))
        {
            tls.Error(name, "server cannot have TLS settings for plain text HTTP ports, other than httpsRedirect; "
                + "write protocol: HTTPS, or leave it out");
        }
    }

    private static void CheckRest(Fields tls)
    {
        if (tls.Choice("minProtocolVersion", Versions) is "TLSV1_0" or "TLSV1_1" && tls.LacksItems("cipherSuites"))
        {
            tls.Warn("minProtocolVersion", "TLS version below TLSV1_2 require setting compatible ciphers; "
                + "add cipherSuites, or write TLSV1_2");
        }

        tls.Choice("maxProtocolVersion", Versions);
        foreach (var list in Lists)
        {
            tls.Texts(list);
        }

        ServerCertificates.Read(tls);
        tls.Flag("insecureSkipVerify");
        tls.WithoutEffect([.. ServerCertificates.FieldNames, .. Lists]);
        tls.WithoutEffect("minProtocolVersion", "maxProtocolVersion", "insecureSkipVerify");
        tls.End();
    }
}
