using ColorDemo.ColorService;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Http;
using ColorDemo.ColorService.Telemetry;

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var palette = new Palette(settings.Families);
    var metrics = new ServiceMetrics(settings.Identity);
    var answers = new ColorAnswers(palette, settings.Identity, metrics);

    await using var app = ServiceHost.Build(settings);

    app.Use(metrics.Requests.Measure);
    app.UseIf(settings.LogsRequests, new RequestLog(app.Logger).Write);
    app.Use(new CommonHeaders(settings.Identity).Add);
    app.UseIf(settings.AllowsCors, Cors.Allow);
    app.UseIf(settings.Delay > TimeSpan.Zero, new AnswerDelay(settings.Delay).Hold);
    app.UseStatusCodePages(Errors.Explain);

    new ColorEndpoints(palette, answers).Map(app);
    Operations.Map(app, settings.Identity, metrics);

    await app.ListenAsync(settings);
    new StartBanner(app.Logger).Write(settings, palette, app.Urls);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
