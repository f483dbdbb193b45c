using System.Net.Sockets;
using ColorDemo.ColorService.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace ColorDemo.ColorService;

/// <summary>The web server around the service: where it listens, how it logs, how it starts and stops.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "color-svc",
            ContentRootPath = AppContext.BaseDirectory,
            // Settings are read once: without this, .NET watches every file below the content root.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });

        // PORT alone says where to listen. The .NET images set HTTP_PORTS, and Kestrel would warn about it.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.BindAddress is { } address)
            {
                kestrel.Listen(address, settings.Port, listen => listen.Protocols = HttpProtocols.Http1);
            }
            else
            {
                kestrel.ListenAnyIP(settings.Port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });

        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = settings.Delay + TimeSpan.FromSeconds(30); // for requests in flight
        });
        builder.Services.AddSingleton<MatcherPolicy, ExactLiterals>();
        AddLogging(builder.Logging, builder.Configuration["Logging:Console:FormatterName"]);
        return builder.Build();
    }

    /// <exception cref="StartException">The address is in use, not ours, or not permitted.</exception>
    public static async Task ListenAsync(this WebApplication app, Settings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            var address = settings.BindAddress?.ToString() ?? "all interfaces";
            var reason = exception.GetBaseException().Message;
            throw new StartException(
                $"color-svc cannot listen on port {settings.Port} of {address}: {reason}. "
                + "PORT and BIND_ADDRESS choose another.");
        }
    }

    public static void UseIf(
        this IApplicationBuilder app, bool isEnabled, Func<RequestDelegate, RequestDelegate> middleware)
    {
        if (isEnabled)
        {
            app.Use(middleware);
        }
    }

    /// <param name="format">Of the lines: <c>simple</c> (the default), <c>json</c> or <c>systemd</c>.</param>
    private static void AddLogging(ILoggingBuilder logging, string? format)
    {
        // The slim builder knows the simple format only, and holds on to it.
        logging.AddConsole(console => console.FormatterName = format ?? ConsoleFormatterNames.Simple);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });

        // A port that is taken is our own, shorter message; the host and Kestrel would add two stack traces.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
    }
}
