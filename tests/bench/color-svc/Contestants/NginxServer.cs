namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>nginx with one worker that answers from memory.</summary>
internal static class NginxServer
{
    public static Contestant? Configure(WorkFolder work, SampleAnswer answer)
    {
        if (Tools.Find("nginx") is not { } nginx)
        {
            Progress.Say("without nginx: it is not on PATH (Debian package nginx-light)");
            return null;
        }

        var port = FreePorts.Next();
        var headers = answer.Headers.Select(header => $"add_header {header.Name} {Quote(header.Value)};");
        var configuration = work.Write("nginx/nginx.conf", $$"""
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log stderr crit;
            events { worker_connections 5000; }
            http {
              access_log off;
              server_tokens off;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              client_body_temp_path client-body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server {
                listen 127.0.0.1:{{port}};
                default_type {{answer.ContentType}};
                {{string.Join("\n      ", headers)}}
                location = /random { return 200 {{Quote(answer.Body)}}; }
              }
            }
            """);
        var prefix = Path.GetDirectoryName(configuration)!;
        return new(
            Contestant.Nginx, nginx, ["-p", prefix, "-c", configuration, "-e", "stderr"], port,
            Contestant.NoEnvironment);
    }

    private static string Quote(string text) =>
        "'" + text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal) + "'";
}
