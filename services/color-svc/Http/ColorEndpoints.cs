using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Http;

/// <summary>The paths that answer with a color.</summary>
internal sealed class ColorEndpoints(Palette palette, ColorAnswers answers)
{
    private static readonly Answer NoColor =
        Answer.Error(StatusCodes.Status500InternalServerError, "no color available");

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapRead("/random", Random);
        app.MapRead("/random/{family?}", RandomOfFamily); // also "/random/", a family without a name
        app.MapRead("/get/{name}", Named);
        app.MapRead("/{name?}", Named);
    }

    private Task Random(HttpContext context) =>
        palette.Draw() is { } color ? answers.SendAsync(context, color) : NoColor.SendAsync(context);

    private Task RandomOfFamily(HttpContext context)
    {
        var name = (string?)context.Request.RouteValues["family"] ?? "";
        if (Family.Find(name) is not { } family)
        {
            return Answer.Error(StatusCodes.Status404NotFound, $"unknown color family '{name}'").SendAsync(context);
        }

        if (palette.Draw(family) is not { } color)
        {
            return Answer.Error(StatusCodes.Status500InternalServerError, $"{family} is disabled").SendAsync(context);
        }

        return answers.SendAsync(context, color);
    }

    private Task Named(HttpContext context)
    {
        var name = (string?)context.Request.RouteValues["name"] ?? "";
        return palette.Colors.Count == 0 ? NoColor.SendAsync(context) : answers.SendAsync(context, palette.Find(name));
    }
}
