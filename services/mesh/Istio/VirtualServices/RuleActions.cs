namespace ColorDemo.Mesh.Istio;

/// <summary>Which fields of an HTTP rule go together. Source: Istio's <c>validateHTTPRouteConflict</c>.</summary>
internal static class RuleActions
{
    private static readonly (string One, string Other)[] Conflicts =
    [
        ("route", "redirect"), ("fault", "redirect"), ("rewrite", "redirect"), ("directResponse", "redirect"),
        ("route", "directResponse"), ("fault", "directResponse"), ("rewrite", "directResponse"),
    ];

    private static readonly string[] Actions = ["route", "redirect", "directResponse"];

    public static void Check(Fields rule, RuleScope scope)
    {
        if (rule.Has("delegate") && scope.IsDelegate)
        {
            rule.Error("delegate", "delegate HTTP route cannot contain delegate: only a VirtualService with hosts "
                + "delegates; write the rules here");
        }
        else if (rule.Has("delegate"))
        {
            foreach (var action in Actions.Where(name => !rule.HasNothing(name)))
            {
                rule.Error(action, $"root HTTP route must not specify {action} beside delegate; leave one out");
            }

            return;
        }

        foreach (var (one, other) in Conflicts.Where(pair => IsSet(rule, pair.One) && IsSet(rule, pair.Other)))
        {
            rule.Error(other, $"HTTP route cannot contain both {one} and {other}; leave one out");
        }

        if (!rule.Has("delegate") && !Actions.Any(action => IsSet(rule, action)))
        {
            rule.Error("route", "HTTP route, redirect or direct_response is required; "
                + "give the rule a route, a redirect or a directResponse");
        }
    }

    /// <summary>The Host header may be changed in one place of a rule only.</summary>
    public static void CheckAuthority(Fields rule, HttpRule read)
    {
        var operations = read.Headers?.Request ?? HeaderOperations.None;
        var places = operations.Set.Select(set => (Field: $"headers.request.set.{set.Key}", set.Key))
            .Concat(operations.Add.Select(add => (Field: $"headers.request.add.{add.Key}", add.Key)))
            .Where(place => HeaderNames.IsAuthority(place.Key))
            .Select(place => place.Field);
        string[] all = read.Rewrite?.Authority is null ? [.. places] : ["rewrite.authority", .. places];
        foreach (var place in all.Skip(1))
        {
            rule.Error(place, $"authority header cannot be set multiple times: {all[0]} sets it already; keep one");
        }
    }

    /// <summary>After an exact or regex match there is no matched prefix.</summary>
    public static void CheckPrefixRewrite(Fields rule, HttpRule read)
    {
        if (read.Redirect?.PrefixRewrite is not null
            && read.Match.Any(match => match.Uri is { Exact: not null } or { Regex: not null }))
        {
            rule.Error("redirect.prefixRewrite",
                "needs matches by uri.prefix: an exact or regex match has no prefix to replace; use uri");
        }
    }

    private static bool IsSet(Fields rule, string name) => name == "route" ? !rule.HasNothing(name) : rule.Has(name);
}
