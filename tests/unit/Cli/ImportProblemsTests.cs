using GeoGraph.Cli.Import;

namespace GeoGraph.UnitTests.Cli;

/// <summary>Everything wrong is told at once, each with place, field, value and rule.</summary>
public sealed class ImportProblemsTests
{
    [Theory]
    [InlineData("actors: [{id: firm:a, name: A}]", "f:1:23: actors[0]: \"name\": is no field of Actor; its fields are id, kind,")]
    [InlineData("actors: [{id: firm:a, kind: FORM}]", "f:1:29: actors[0].kind: \"FORM\": is no ActorKind; one of STATE, BLOC, PERSON,")]
    [InlineData("actors: [{id: firm:a, id: firm:b}]", "f:1:23: actors[0]: \"id\": is given twice; first at line 1")]
    [InlineData("actors: [{id: firm:a}, {id: firm:a}]", "f:1:29: actors[1].id: \"firm:a\": is given twice; first at f:1:15")]
    [InlineData("actors: [{kind: FIRM}]", "f:1:10: actors[0].id: is missing; every item has one")]
    [InlineData("actors: [{id: a}]", "f:1:10: actors[0].id: \"a\": must begin with a kind and a colon, as state:TW")]
    [InlineData("actors: [{id: firm:a, kind: STATE}]", "f:1:10: actors[0].id: \"firm:a\": must begin with state: here")]
    [InlineData("actors: [{id: firm:a, hs_codes: 8542}]", "f:1:33: actors[0].hs_codes: \"8542\": is a single value; hs_codes is a list,")]
    [InlineData("actors: [{id: firm:a, description: [x]}]", "f:1:36: actors[0].description: is a list; description is a single value")]
    [InlineData("actors: [{id: firm:a, description: }]", "f:1:36: actors[0].description: has no value; give one or leave the field out")]
    [InlineData("actors: [{id: firm:a, valid: 2025}]", "f:1:30: actors[0].valid: \"2025\": is a single value; Period is a mapping of its fields")]
    [InlineData("actors: [12]", "f:1:10: actors[0]: \"12\": is a single value; Actor is a mapping of its fields")]
    [InlineData("events: [{id: event:a, on: 2025-02-29}]", "f:1:28: events[0].on: \"2025-02-29\": must be a date of the calendar as 2025-04-05")]
    [InlineData("events: [{id: event:a, on: {year: 2025, month: 2, day: 29}}]", "f:1:28: events[0].on: \"2025-2-29\": is no date of the calendar")]
    [InlineData("relations: [{id: firm:a, type: OWNS}]", "f:1:13: relations[0].id: \"firm:a\": must begin with owns: here")]
    [InlineData("relations: [{id: owns:a, inessential: yes}]", "f:1:39: relations[0].inessential: \"yes\": must be true or false")]
    [InlineData("relations: [{id: owns:a, valid: {from: 2025-01-02, to: 2025-01-02}}]", "f:1:33: relations[0].valid: \"2025-01-02 to 2025-01-02\": to must be later than from")]
    [InlineData("measures: [{id: measure:a, precedence: 1.5}]", "f:1:40: measures[0].precedence: \"1.5\": must be a whole number")]
    [InlineData("measures: [{id: event:a}]", "f:1:12: measures[0].id: \"event:a\": must begin with measure: here")]
    [InlineData("events: [{id: event:a, evidence: {sources: [{id: s9}]}}]", "f:1:45: events[0].evidence.sources[0]: \"s9\": is no source listed under sources")]
    [InlineData("events: [{id: event:a, evidence: {sources: [{quote: x}]}}]", "f:1:45: events[0].evidence.sources[0]: says neither an id nor where it can be read")]
    [InlineData("sources: [{id: s1, quote: x}]", "f:1:11: sources[0].quote: \"x\": belongs to a use of the source")]
    [InlineData("deletes: [nobody]", "f:1:11: deletes[0]: \"nobody\": must be the id of an actor, relation or record")]
    [InlineData("firms: []", "f:1:1: \"firms\": is no section; one of sources, actors, relations, merges, agreements,")]
    [InlineData("actors: {}", "f:1:9: actors: is a mapping; a section is a list")]
    [InlineData("actors: []\nactors: []", "f:2:1: \"actors\": is given twice in this file")]
    [InlineData("- a", "f:1:1: is a list; a file is a mapping of sections to lists.")]
    [InlineData("", "f: holds nothing; a file is a mapping of sections to lists")]
    [InlineData("actors: []\n---\nactors: []", "f:2:1: begins a second document; a file holds one")]
    [InlineData("actors: [*nobody]", "f:1:10: is not YAML: alias *nobody has no anchor before it")]
    [InlineData("actors: [1\nmeasures: []", "f:")]
    public void One_problem_is_told_with_its_place(string text, string expected)
    {
        var problem = Assert.Single(GeoGraphFiles.Read(("f", text)).Problems);
        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_all_files_are_told_in_order_of_place()
    {
        var problems = GeoGraphFiles.Read(
            ("b.yaml", "events:\n  - {id: event:a, on: soon}\n  - {id: event:b, precision: HOUR}"),
            ("a.yaml", "events:\n  - {id: event:a}\n  - {id: event:c, wher: Geneva}")).Problems;
        Assert.Equal(["a.yaml:2", "a.yaml:3", "b.yaml:2", "b.yaml:3"], problems.Select(p => $"{p.Place.File}:{p.Place.Line}"));
    }

    [Fact]
    public void Aliases_of_aliases_do_not_grow_without_bound()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"  - &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        var problem = Assert.Single(GeoGraphFiles.Read(("f", "actors:\n  - &a0 [x]\n" + string.Join('\n', lines))).Problems);
        Assert.Contains("values; at most 20000000", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_cut_in_the_message()
    {
        var problem = Assert.Single(GeoGraphFiles.Read(("f", $"events: [{{id: event:a, on: {new string('x', 200)}}}]")).Problems);
        Assert.Contains($"\"{new string('x', 80)}…\"", problem.ToString(), StringComparison.Ordinal);
    }
}
