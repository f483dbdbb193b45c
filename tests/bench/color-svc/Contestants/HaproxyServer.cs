namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>haproxy with one thread that answers from memory.</summary>
internal static class HaproxyServer
{
    public static Contestant? Configure(WorkFolder work, SampleAnswer answer)
    {
        if (Tools.Find("haproxy") is not { } haproxy)
        {
            Progress.Say("without haproxy: it is not on PATH (Debian package haproxy)");
            return null;
        }

        var port = FreePorts.Next();
        var body = work.Write("haproxy/body", answer.Body);
        // It writes no Date by itself, which the others do.
        var headers = answer.Headers
            .Select(header => $"hdr {header.Name} {Quote(header.Value)}")
            .Append("hdr date %[date,http_date]");
        var configuration = work.Write("haproxy/haproxy.cfg", $"""
            global
              nbthread 1
              maxconn 5000
            defaults
              mode http
              timeout client 1h
              timeout http-keep-alive 1h
              timeout connect 1h
              timeout server 1h
            frontend color
              bind 127.0.0.1:{port}
              http-request return status 200 content-type {answer.ContentType} file {body} {string.Join(' ', headers)}

            """);
        return new(Contestant.Haproxy, haproxy, ["-db", "-f", configuration], port, Contestant.NoEnvironment);
    }

    /// <summary>A percent sign would begin an expression.</summary>
    private static string Quote(string text) => $"\"{text.Replace("%", "%%", StringComparison.Ordinal)}\"";
}
