using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Contestants;

namespace ColorDemo.Mesh.Bench.Contestants;

/// <summary>nginx with one worker that forwards by weight.</summary>
internal static class ForwardingNginx
{
    public static Contestant Configure(WorkFolder work, Backends backends)
    {
        var port = FreePorts.Next();
        var configuration = work.Write("nginx/nginx.conf", $$"""
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log stderr crit;
            events { worker_connections 5000; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              client_body_temp_path client-body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              upstream color {
                server {{backends.First}} weight={{Backends.FirstWeight}};
                server {{backends.Second}} weight={{Backends.SecondWeight}};
                keepalive 256;
                keepalive_requests 1000000000;
              }
              server {
                listen 127.0.0.1:{{port}};
                location /random {
                  proxy_pass http://color;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_set_header X-Request-Id $request_id;
                }
              }
            }
            """);
        var prefix = Path.GetDirectoryName(configuration)!;
        return new(
            Contestant.Nginx, Tools.Require("nginx", "nginx-light"),
            ["-p", prefix, "-c", configuration, "-e", "stderr"], port, Contestant.NoEnvironment);
    }
}
