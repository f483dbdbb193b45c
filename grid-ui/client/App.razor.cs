using System.Net.Http.Json;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components.Routing;

namespace ColorDemo.Grid;

/// <summary>The page: which panels there are, and what concerns all of them.</summary>
public sealed partial class App
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>More would hide the page.</summary>
    private const int MostProblems = 5;

    private Catalog? _catalog;
    private Arrangement? _arrangement;
    private List<int> _ids = [];
    private int _newest;
    private int _inspecting;
    private List<string> _problems = [];
    private string? _trouble;
    private string _theme = "system";
    private bool _showsKeys;
    private bool _hidden;
    private bool _isAdded;

    protected override async Task OnInitializedAsync()
    {
        if (OperatingSystem.IsBrowser())
        {
            await Document.LoadAsync();
            _theme = Document.Theme();
            Document.Listen(Press, shown => Change(() => _hidden = !shown));
        }

        while (_catalog is null)
        {
            try
            {
                _catalog = await Http.GetFromJsonAsync("api/gateways", WireJson.Default.Catalog);
                Navigation.LocationChanged += Follow;
                ReadLink();
            }
            catch (HttpRequestException)
            {
                _trouble = "The host of this page does not answer; it is asked again until it does.";
                StateHasChanged();
                await Task.Delay(AskAgainAfter, Clock);
            }
        }
    }

    /// <summary>A new panel may be below what the screen shows: the focus brings it there.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (_isAdded && OperatingSystem.IsBrowser())
        {
            _isAdded = false;
            Document.Focus($"panel-{_newest}-cells");
        }
    }

    public void Dispose() => Navigation.LocationChanged -= Follow;

    private void Press(string key) => Change(() =>
    {
        switch (key)
        {
            case "?":
                _showsKeys = !_showsKeys;
                break;
            case "Escape":
                _showsKeys = false;
                break;
            case "t":
                NextTheme();
                break;
            case "a" when _arrangement is { Panels.Count: < Arrangement.MaxPanels }:
                Add();
                break;
            case " " when _arrangement is { } shown:
                var runs = !shown.Panels.Any(panel => panel.Running);
                Arrange(shown with { Panels = [.. shown.Panels.Select(panel => panel with { Running = runs })] });
                break;
            case [>= '1' and <= '9' and var digit] when OperatingSystem.IsBrowser() && digit - '1' < _ids.Count:
                Document.Focus($"panel-{_ids[digit - '1']}-cells");
                break;
        }
    });

    private void Change(Action change) => _ = InvokeAsync(() =>
    {
        change();
        StateHasChanged();
    });

    private void NextTheme() => _theme = OperatingSystem.IsBrowser() ? Document.NextTheme() : _theme;

    private void Add()
    {
        _ids.Add(++_newest);
        _isAdded = true;
        Arrange(_arrangement!.Plus(PanelSettings.Small(_catalog!.Paths[0])));
    }

    private void Move(int from, int to)
    {
        var id = _ids[from];
        _ids.RemoveAt(from);
        _ids.Insert(to, id);
        Arrange(_arrangement!.Moved(from, to));
    }

    private void Remove(int index)
    {
        _ids.RemoveAt(index);
        Arrange(_arrangement!.Without(index));
    }

    /// <summary>The link follows what is shown, without filling the browser's history.</summary>
    private void Arrange(Arrangement arrangement)
    {
        (_arrangement, _problems) = (arrangement, []);
        Navigation.NavigateTo(Navigation.BaseUri + ArrangementLink.Of(arrangement, _catalog!), replace: true);
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).Query != ArrangementLink.Of(_arrangement!, _catalog!))
        {
            ReadLink();
            StateHasChanged();
        }
    }

    private void ReadLink()
    {
        List<string> problems = [];
        _arrangement = ArrangementLink.Read(new Uri(Navigation.Uri).Query, _catalog!, problems);
        List<string> distinct = [.. problems.Distinct()];
        _problems = distinct.Count <= MostProblems
            ? distinct
            : [.. distinct.Take(MostProblems), $"And {distinct.Count - MostProblems} more problems of this link."];
        _ids = [.. _arrangement.Panels.Select(_ => ++_newest)];
    }
}
