namespace ColorDemo.Launcher.Tests;

public class EditTests
{
    private const string Head = "apiVersion: v1\nkind: Thing\nmetadata: {name: a}\n";

    [Theory]
    [InlineData("a: 80 # of 100\n", """{"a": 50}""", "a: 50 # of 100\n")]
    [InlineData("a: armadillo\n", """{"a": "bison"}""", "a: bison\n")]
    [InlineData("a: text\n", """{"a": "80"}""", "a: \"80\"\n")]
    [InlineData("a: text\n", """{"a": "yes"}""", "a: \"yes\"\n")]
    [InlineData("a: text\n", """{"a": "n"}""", "a: \"n\"\n")]
    [InlineData("a: text\n", """{"a": "2026-01-31"}""", "a: \"2026-01-31\"\n")]
    [InlineData("a: text\n", """{"a": "12:30"}""", "a: \"12:30\"\n")]
    [InlineData("a: text\n", """{"a": "10.0.0.1"}""", "a: 10.0.0.1\n")]
    [InlineData("a: text\n", """{"a": "a: b"}""", "a: \"a: b\"\n")]
    [InlineData("a: text\n", """{"a": "*"}""", "a: \"*\"\n")]
    [InlineData("a: text\n", """{"a": ""}""", "a: \"\"\n")]
    [InlineData("a: text\n", """{"a": "<<"}""", "a: \"<<\"\n")]
    [InlineData("a: text\n", """{"a": "/x?y=z"}""", "a: /x?y=z\n")]
    [InlineData("a: text\n", """{"a": "x\ufffe"}""", "a: \"x\\ufffe\"\n")]
    [InlineData("a: 15s\n", """{"a": "1m"}""", "a: 1m\n")]
    [InlineData("a: 'it'\n", """{"a": "it's"}""", "a: 'it''s'\n")]
    [InlineData("a: 'it'\n", """{"a": "two\nlines"}""", "a: \"two\\nlines\"\n")]
    [InlineData("a: \"80\" # text\n", """{"a": "50"}""", "a: \"50\" # text\n")]
    [InlineData("a: \"80\"\n", """{"a": 50}""", "a: 50\n")]
    [InlineData("a: !!str 80\n", """{"a": "50"}""", "a: \"50\"\n")]
    [InlineData("a: &x 80\n", """{"a": 50}""", "a: &x 50\n")]
    [InlineData("a: two\n  lines\nb: 1\n", """{"a": "one"}""", "a: one\nb: 1\n")]
    [InlineData("a: # none\nb: 1\n", """{"a": 5}""", "a: 5 # none\nb: 1\n")]
    [InlineData("a:\n  b: 1\n", """{"a": {"b": false}}""", "a:\n  b: false\n")]
    [InlineData("a: 0.5\n", """{"a": 1e-7}""", "a: 1e-7\n")]
    public void A_value_is_replaced_in_its_place_and_style(string before, string patch, string after) =>
        AssertEdit(before, patch, after);

    [Theory]
    [InlineData("a: |\n  one\n  two\n# c\n", """{"a": "one\n2\n"}""", "a: |\n  one\n  2\n# c\n")]
    [InlineData("a: | # c\n    one\n\nb: 1\n", """{"a": "1\n2"}""", "a: |- # c\n    1\n    2\n\nb: 1\n")]
    [InlineData("a: >-\n  one\n  two\n", """{"a": "one three"}""", "a: >-\n  one\n  three\n")]
    [InlineData("a: >\n  one two\n  three\n  four\n\n# c\n", """{"a": "one two\u0020three 3 four\n"}""",
        "a: >\n  one two\n  three\n  3\n  four\n\n# c\n")]
    [InlineData("a: >\n  one two\n  three\n  four\n", """{"a": "one\nfour\n"}""", "a: |\n  one\n  four\n")]
    [InlineData("a: |\n  one\nb: 1\n", """{"a": 5}""", "a: 5\nb: 1\n")]
    [InlineData("a: |\n  one\nb: 1\n", """{"a": {"c": 1}}""", "a:\n  c: 1\nb: 1\n")]
    [InlineData("a: one # c\nb: 1\n", """{"a": "1\n2\n"}""", "a: | # c\n  1\n  2\nb: 1\n")]
    [InlineData("a: |+\n  one\n\nb: 1\n", """{"a": "two\n"}""", "a: |\n  two\nb: 1\n")]
    [InlineData("a:\n- |\n  one\n- 2\n", """{"a": ["1\n1\n", 2]}""", "a:\n- |\n  1\n  1\n- 2\n")]
    public void A_text_of_several_lines_stays_so(string before, string patch, string after) =>
        AssertEdit(before, patch, after);

    [Theory]
    [InlineData("a: 1\n# of b\nb: 2 # gone\nc: 3\n", """{"b": null}""", "a: 1\n# of b\nc: 3\n")]
    [InlineData("a:\n  b: 1\n  c:\n    d: 1\n", """{"a": {"c": null}}""", "a:\n  b: 1\n")]
    [InlineData("a:\n  b: 1 # c\nd: 1\n", """{"a": {"b": null}}""", "a: {}\nd: 1\n")]
    [InlineData("a: # c\n  # d\n  - 1\n", """{"a": []}""", "a: [] # c\n  # d\n")]
    [InlineData("a:\n- b: 1\n  c: 2\n", """{"a": [{"c": 2}]}""", "a:\n- c: 2\n")]
    [InlineData("a:\n- b: 1\n  # of c\n  c: 2\n", """{"a": [{"c": 2}]}""", "a:\n-\n  # of c\n  c: 2\n")]
    [InlineData("a:\n- b: 1\n  c: 2\n", """{"a": [{"d": 2}]}""", "a:\n- d: 2\n")]
    [InlineData("a: 1\n\nb: 2\n\nc: 3\n", """{"b": null}""", "a: 1\n\nc: 3\n")]
    [InlineData("a: 1\nb:\n", """{"b": null}""", "a: 1\n")]
    public void What_is_removed_takes_its_lines_along(string before, string patch, string after) =>
        AssertEdit(before, patch, after);

    [Theory]
    [InlineData("a:\n  b: 1 # c\n# d\ne: 1\n", """{"a": {"c": 2}}""", "a:\n  b: 1 # c\n  c: 2\n# d\ne: 1\n")]
    [InlineData("a:\n    b: 1\n", """{"a": {"c": {"d": [1]}}}""",
        "a:\n    b: 1\n    c:\n        d:\n          - 1\n")]
    [InlineData("a:\n- 1\n", """{"b": [{"c": [1, 2], "d": 1}]}""", "a:\n- 1\nb:\n- c:\n  - 1\n  - 2\n  d: 1\n")]
    [InlineData("a: {}\n", """{"a": {"b": 1}}""", "a:\n  b: 1\n")]
    [InlineData("a: [] # c\n", """{"a": [1]}""", "a: # c\n  - 1\n")]
    [InlineData("a: 1", """{"b": 2}""", "a: 1\nb: 2")]
    [InlineData("a: 1", """{"b": "1\n2\n"}""", "a: 1\nb: \"1\\n2\\n\"")]
    [InlineData("a: 1\n", """{"b": {"80": {}, "no": [], "x y": "#"}}""",
        "a: 1\nb:\n  \"80\": {}\n  \"no\": []\n  x y: \"#\"\n")]
    public void What_is_new_stands_as_its_siblings_do(string before, string patch, string after) =>
        AssertEdit(before, patch, after);

    [Theory]
    [InlineData("a: [1, 2]\n", """{"a": [1, 5]}""", "a: [1, 5]\n")]
    [InlineData("a: [1, 2] # c\n", """{"a": [1, 2, 3]}""", "a: [1, 2, 3] # c\n")]
    [InlineData("a: [1, 2]\n", """{"a": [0, 1, 2]}""", "a: [0, 1, 2]\n")]
    [InlineData("a: [1, 2, 3]\n", """{"a": [2]}""", "a: [2]\n")]
    [InlineData("a: ['x']\n", """{"a": ["y", "a,b"]}""", "a: ['y', \"a,b\"]\n")]
    [InlineData("a: [x, y]\n", """{"a": [":x", "/x?y=z"]}""", "a: [\":x\", \"/x?y=z\"]\n")]
    [InlineData("a: {b: x}\n", """{"a": {"b": "<<", ":c": 1}}""", "a: {b: \"<<\", \":c\": 1}\n")]
    [InlineData("a: {b: , c: 1}\n", """{"a": {"b": 2, "d": {"e": [1]}}}""", "a: {b: 2 , c: 1, d: {e: [1]}}\n")]
    [InlineData("a: {b: 1, c: 2}\n", """{"a": {"b": null}}""", "a: {c: 2}\n")]
    [InlineData("a: {b: 1, c: 2}\n", """{"a": {"b": null, "c": null, "d": 3}}""", "a: {d: 3}\n")]
    [InlineData("a: {\n  b: 1, # c\n  # d\n  c: 2\n}\n", """{"a": {"b": null}}""", "a: {\n  # d\n  c: 2\n}\n")]
    [InlineData("a: {\n  b: 1, # c\n  # d\n  c: 2\n}\n", """{"a": {"c": null}}""", "a: {\n  b: 1 # c\n  # d\n}\n")]
    [InlineData("a: [\n  1, # c\n  2 # d\n]\n", """{"a": [1, 3, 2, 4]}""",
        "a: [\n  1, # c\n  3,\n  2, # d\n  4\n]\n")]
    public void Brackets_stay_brackets(string before, string patch, string after) => AssertEdit(before, patch, after);

    [Theory]
    [InlineData("a:\n- 1\n- 2 # c\n- 3\n", """{"a": [1, 3]}""", "a:\n- 1\n- 3\n")]
    [InlineData("a:\n- 1\n- 3\n", """{"a": [1, 2, 3]}""", "a:\n- 1\n- 2\n- 3\n")]
    [InlineData("a:\n  # of 1\n  - 1\n", """{"a": [0, 1]}""", "a:\n  - 0\n  # of 1\n  - 1\n")]
    [InlineData("a:\n  - - 1\n    - 2\n", """{"a": [[0, 1, 2], 4]}""", "a:\n  - - 0\n    - 1\n    - 2\n  - 4\n")]
    [InlineData("a:\n-\n  b: 1\n-   c: 1\n", """{"a": [{"b": 2}, {"c": 1, "d": 2}]}""",
        "a:\n-\n  b: 2\n-   c: 1\n    d: 2\n")]
    [InlineData("a:\n- name: x # X\n  b: 1\n- name: y # Y\n  b: 1\n",
        """{"a": [{"name": "w", "b": 1}, {"name": "x", "b": 1}, {"name": "y", "b": 2, "c": 3}]}""",
        "a:\n- name: w\n  b: 1\n- name: x # X\n  b: 1\n- name: y # Y\n  b: 2\n  c: 3\n")]
    [InlineData("a:\n- b # c\n", """{"a": [{"d": 1, "e": 2}]}""", "a:\n- d: 1 # c\n  e: 2\n")]
    [InlineData("a:\n- b: 1\n", """{"a": {"c": 1}}""", "a:\n  c: 1\n")]
    public void An_item_is_changed_without_its_neighbours(string before, string patch, string after) =>
        AssertEdit(before, patch, after);

    [Fact]
    public void Line_ends_and_the_byte_order_mark_stay()
    {
        var text = $"\ufeff{Head}a:\n  b: |\n    1\n\nc: [1]\n".ReplaceLineEndings("\r\n");

        Assert.Equal(
            $"\ufeff{Head}a:\n  b: |\n    1\n    2\n  d: 1\n\nc: [1, 2]\n".ReplaceLineEndings("\r\n"),
            Edited.With(text, """{"a": {"b": "1\n2\n", "d": 1}, "c": [1, 2]}"""));
    }

    [Fact]
    public void JSON_stays_JSON()
    {
        const string text = """
            {
              "apiVersion": "v1",
              "kind": "Thing",
              "metadata": {"name": "a"},
              "spec": {
                "weight": 80,
                "hosts": ["a"]
              }
            }
            """;

        var after = Edited.With(text, """{"spec": {"hosts": ["a", "b"], "weight": 50, "new": {"x": "y"}}}""");

        Assert.Equal(
            text.Replace("80", "50").Replace("[\"a\"]", "[\"a\", \"b\"],\n    \"new\": {\"x\": \"y\"}"), after);
        Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(after));
    }

    [Fact]
    public void Only_the_object_that_is_meant_changes()
    {
        var text = $"# one\n{Head}a: 1\n---\n# two\n{Head.Replace("name: a", "name: b")}a: 1 # here\n--- # three\n"
            + "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Thing, metadata: {name: c}, a: 1}\n"
            + "- apiVersion: v1\n  kind: Thing\n  metadata:\n    name: d\n  a: 1\n";

        Assert.Equal(text.Replace("a: 1 # here", "a: 2 # here"), Edited.With(text, """{"a": 2}""", 1));
        Assert.Equal(text.Replace("c}, a: 1", "c}, a: 2"), Edited.With(text, """{"a": 2}""", 2));
        Assert.Equal(text.Replace("  a: 1\n", "  a: 2\n"), Edited.With(text, """{"a": 2}""", 3));
    }

    [Fact]
    public void Items_of_a_typed_list_need_not_say_their_kind()
    {
        const string text = "apiVersion: v1\nkind: ThingList\nitems:\n- metadata: {name: a}\n  a: 1\n";

        Assert.Equal(text.Replace("a: 1", "a: 2"), Edited.With(text, """{"a": 2}"""));
    }

    [Fact]
    public void Nothing_to_change_leaves_the_text_as_it_is()
    {
        var text = $"{Head}a: 80.0 # c\nb: 0x10\n";

        Assert.Same(text, Edited.With(text, """{"a": 80, "b": 16}"""));
    }

    private static void AssertEdit(string before, string patch, string after) =>
        Assert.Equal(Head + after, Edited.With(Head + before, patch));
}
