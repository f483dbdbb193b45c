using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;

// Published files stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

var reader = new GridSettingsReader(builder.Configuration);
var settings = reader.Read();
if (reader.Problems.Count > 0)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, reader.Problems));
    return 1;
}

builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAsConfigured(settings));
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services
    .AddSingleton(settings)
    .AddSingleton(TimeProvider.System)
    .AddSingleton<DeclaredWeights>()
    .AddHostedService(services => services.GetRequiredService<DeclaredWeights>())
    .AddSingleton<Samplers>();

var app = builder.Build();
app.UseSecurityHeaders(settings.Catalog);
app.UseWebSockets(new() { KeepAliveTimeout = TimeSpan.FromSeconds(30) });
app.MapStaticAssets();
app.MapPage();
app.MapGet("/healthz", () => "ok\n");
app.MapGet("/readyz", () => "ok\n");
app.MapGet("/api/gateways", () => Results.Json(settings.Catalog, WireJson.Default.Catalog));
app.MapSample();
app.MapStream();
return await app.RunOrExplainAsync(settings);
