using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Date = Google.Type.Date;

namespace GeoGraph.UnitTests.Cli;

public sealed class GeoGraphFilesTests
{
    private const string World = """
        sources:
          - {id: "seed:S1", title: Treaty, publisher: MOFA, citation: 373 UNTS 179, url: "https://example.org/t", published_on: 1960-01-19}
        relations:
          - id: member-of:no-nato
            type: MEMBER_OF
            from_id: state:NO
            to_id: bloc:nato
            obligations: [DEFENSE, OBLIGATION_CONSULTATION]
            valid: {from: 1949-04-04}
            evidence: {sources: [{id: "seed:S1", quote: an armed attack, citation: art. 5}], confidence: VERIFIED}
        actors:
          - id: state:NO
            names: [{language: en, text: Norway}, {language: nb, text: Norge}]
            iso_alpha2: NO
            output_usd_per_year: 0.10
          - {id: bloc:nato, names: [{language: en, text: NATO}]}
        measures:
          - id: measure:a
            title: A duty
            type: ADDITIONAL_DUTY
            imposed_by_id: state:NO
            duty: "30.5¢/kg + 8.5%"
            precedence: -1
            effective: {from: 2025-04-05, to: 2025-04-10}
        """;

    [Fact]
    public void Fields_are_read_by_the_messages_descriptors()
    {
        var set = GeoGraphFiles.Read(("world.yaml", World));
        Assert.Empty(set.Problems);
        var measure = Assert.Single(set.Records).Change.Record.Measure;
        Assert.Equal(
            new Measure
            {
                Id = "measure:a",
                Title = "A duty",
                Type = MeasureType.AdditionalDuty,
                ImposedById = "state:NO",
                Duty = "30.5¢/kg + 8.5%",
                Precedence = -1,
                Effective = new Period { From = new Date { Year = 2025, Month = 4, Day = 5 }, To = new Date { Year = 2025, Month = 4, Day = 10 } },
            },
            measure);
    }

    [Fact]
    public void Plain_scalars_keep_their_text()
    {
        var actor = GeoGraphFiles.Read(("world.yaml", World)).Actors[0].Change.Actor;
        Assert.Equal(("NO", "0.10"), (actor.IsoAlpha2, actor.OutputUsdPerYear));
    }

    [Fact]
    public void Actors_come_before_relations_whatever_the_files_order()
    {
        var set = GeoGraphFiles.Read(("world.yaml", World));
        Assert.Equal(["state:NO", "bloc:nato", "member-of:no-nato"], set.Actors.Select(c => c.Id));
    }

    [Fact]
    public void A_named_source_fills_in_what_its_use_leaves_out_and_the_quote_stays_the_uses_own()
    {
        var source = GeoGraphFiles.Read(("world.yaml", World)).Actors[2].Change.Relation.Evidence.Sources[0];
        Assert.Equal(("Treaty", "MOFA", "art. 5", "an armed attack"), (source.Title, source.Publisher, source.Citation, source.Quote));
        Assert.Equal(new Date { Year = 1960, Month = 1, Day = 19 }, source.PublishedOn);
    }

    [Fact]
    public void Sources_serve_all_files_of_an_import_in_any_order()
    {
        const string use = "events: [{id: event:x, evidence: {sources: [{id: s1}]}}]";
        const string list = "sources: [{id: s1, title: The paper}]";
        var set = GeoGraphFiles.Read(("a.yaml", use), ("b.yaml", list));
        Assert.Equal("The paper", Assert.Single(set.Records).Change.Record.Event.Evidence.Sources[0].Title);
    }

    [Fact]
    public void Merges_and_deletions_come_last_and_go_to_the_service_that_owns_the_id()
    {
        var set = GeoGraphFiles.Read(("a.yaml", """
            deletes: [firm:old, measure:old, supplies:a-b]
            merges: [{duplicate_id: firm:a, survivor_id: firm:b}]
            actors: [{id: firm:b}]
            """));
        Assert.Empty(set.Problems);
        Assert.Equal(["firm:b", "firm:a", "firm:old", "supplies:a-b"], set.Actors.Select(c => c.Id));
        Assert.Equal(new ActorMerge { DuplicateId = "firm:a", SurvivorId = "firm:b" }, set.Actors[1].Change.Merge);
        Assert.Equal("measure:old", Assert.Single(set.Records).Change.DeleteId);
    }

    [Fact]
    public void Protobuf_json_is_read_as_it_is_printed()
    {
        var record = GeoGraphFiles.Read(("world.yaml", World)).Records[0].Change.Record;
        var json = $$"""{"measures": [{{GeoGraph.Cli.Output.JsonOutput.Of(record.Measure)}}]}""";
        Assert.Contains("imposedById", json, StringComparison.Ordinal);
        var again = GeoGraphFiles.Read(("world.json", json));
        Assert.Empty(again.Problems);
        Assert.Equal(record, Assert.Single(again.Records).Change.Record);
    }

    [Fact]
    public void An_alias_repeats_what_its_anchor_holds()
    {
        var set = GeoGraphFiles.Read(("a.yaml", """
            sources: [{id: s1, title: The paper}]
            events:
              - {id: event:a, evidence: &both {sources: [{id: s1}], confidence: REPORTED}}
              - {id: event:b, evidence: *both}
            """));
        Assert.Empty(set.Problems);
        Assert.Equal(set.Records[0].Change.Record.Event.Evidence, set.Records[1].Change.Record.Event.Evidence);
    }

    [Fact]
    public void Ids_that_no_file_gives_are_listed_and_are_no_problem()
    {
        var set = GeoGraphFiles.Read(("a.yaml", "relations: [{id: owns:a-b, type: OWNS, from_id: firm:a, to_id: firm:b}]\nactors: [{id: firm:a}]"));
        Assert.Empty(set.Problems);
        Assert.Equal(("firm:b", "relations[0].to_id"), set.Unresolved.Select(r => (r.Id, r.Path)).Single());
    }
}
