using System.Globalization;
using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>What a viewer sets on a panel.</summary>
/// <param name="Path">What is asked of the gateway.</param>
/// <param name="Cells"><see cref="CellWall.MinCells"/> to <see cref="CellWall.MaxCells"/>.</param>
/// <param name="Rate">Requests per second, as <see cref="SamplingRate"/> allows.</param>
public sealed record PanelSettings(string Path, int Cells, double Rate)
{
    public const int MaxNameLength = 60;

    /// <summary>Empty: the path.</summary>
    public string Name { get; init; } = "";

    /// <summary>By name; empty: the one that is chosen for the page.</summary>
    public string Gateway { get; init; } = "";

    public bool Running { get; init; } = true;

    /// <summary>What the color of a cell tells.</summary>
    public CellHue Hue { get; init; }

    public Asker Asker { get; init; }

    /// <summary>What has a row of its own in the table of shares.</summary>
    public ShareRows Rows { get; init; }

    public SamplingProtocol Protocol { get; init; }

    public string Query { get; init; } = "";

    public bool NewConnections { get; init; }

    /// <summary>Milliseconds.</summary>
    public int Timeout { get; init; } = Sampling.DefaultTimeout;

    public int Concurrency { get; init; } = Sampling.DefaultConcurrency;

    /// <summary>One a line, as in HTTP: <c>x-user: canary</c>.</summary>
    public string Headers { get; init; } = "";

    public double MaxRate => SamplingRate.MaxOf(Asker);

    public string Title => Name.Length > 0 ? Name : Path;

    public static PanelSettings Large(string path) => new(path, 64, 20);

    public static PanelSettings Small(string path) => new(path, 16, 5);

    /// <param name="gateway">The one that is chosen for the page.</param>
    public Sampling SamplingOf(string gateway) => new(Gateway.Length > 0 ? Gateway : gateway, Path, Rate)
    {
        Asker = Asker,
        Protocol = Protocol,
        Headers = HeaderLines.Parse(Headers),
        Query = Query,
        NewConnections = NewConnections,
        Timeout = Timeout,
        Concurrency = Concurrency,
    };

    /// <summary>What is no number changes nothing; what is out of range becomes the nearest that is in it.</summary>
    public PanelSettings WithCells(string typed) =>
        this with { Cells = Whole(typed, CellWall.MinCells, CellWall.MaxCells) ?? Cells };

    /// <inheritdoc cref="WithCells"/>
    public PanelSettings WithRate(string typed) => Number(typed) is { } number
        ? this with { Rate = Math.Round(Math.Clamp(number, SamplingRate.Min, MaxRate), 3) }
        : this;

    /// <summary>What a browser cannot do is left out.</summary>
    public PanelSettings WithAsker(Asker asker) => asker == Asker.Host ? this with { Asker = asker } : this with
    {
        Asker = asker,
        Rate = Math.Min(Rate, Sampling.MaxBrowserRate),
        Protocol = SamplingProtocol.Http,
        NewConnections = false,
    };

    /// <inheritdoc cref="WithCells"/>
    public PanelSettings WithTimeout(string typed) =>
        this with { Timeout = Whole(typed, Sampling.MinTimeout, Sampling.MaxTimeout) ?? Timeout };

    /// <inheritdoc cref="WithCells"/>
    public PanelSettings WithConcurrency(string typed) =>
        this with { Concurrency = Whole(typed, 1, Sampling.MaxConcurrency) ?? Concurrency };

    public PanelSettings WithName(string typed) =>
        this with { Name = typed.Trim() is var name && name.Length > MaxNameLength ? name[..MaxNameLength] : name };

    private static int? Whole(string typed, int least, int most) =>
        Number(typed) is { } number ? (int)Math.Clamp(number, least, most) : null;

    private static double? Number(string typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
