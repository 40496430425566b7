using GeoGraph.Cli.Import;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.UnitTests.Cli;

/// <summary>What a service refuses is told by place in the files.</summary>
public sealed class PlacedChangeTests
{
    private const string Text = """
        actors:
          - id: firm:a
            names:
              - language: en
                text: A
          - id: firm:b
        relations:
          - {id: "owns:a-b", from_id: firm:a,
             share: 2}
        """;

    private static readonly ImportSet s_set = GeoGraphFiles.Read(("f.yaml", Text));

    [Theory]
    [InlineData(0, "names[0].text", 5, 15)]
    [InlineData(0, "names[0].language", 4, 19)]
    [InlineData(0, "names[7]", 4, 7)]
    [InlineData(0, "description", 2, 5)]
    [InlineData(2, "share", 9, 13)]
    public void A_field_is_placed_as_near_as_the_file_has_it(int change, string path, int line, int column) =>
        Assert.Equal(new Place("f.yaml", line, column), s_set.Actors[change].PlaceOf(path));

    [Fact]
    public void A_violation_of_a_change_is_one_of_the_line_that_it_was_read_from()
    {
        var refused = Refused("2 fields break their rules.", new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "changes[2].relation.share", Description = "'2' is refused: at most 1" },
                new BadRequest.Types.FieldViolation { Field = "changes[1].actor.names", Description = "'' is refused: at least one" },
            },
        });
        Assert.Equal(
            [
                "refused: 2 fields break their rules. (INVALID_REQUEST)",
                "  f.yaml:9:13: changes[2].relation.share: '2' is refused: at most 1",
                "  f.yaml:6:5: changes[1].actor.names: '' is refused: at least one",
            ],
            PlacedRefusal.Lines(refused, s_set.Actors));
    }

    [Fact]
    public void A_refusal_that_names_a_thing_is_placed_by_its_id()
    {
        var refused = Refused("owns:a-b ends on firm:c, which is absent.", null, ("relation", "owns:a-b"), ("missing", "firm:c"));
        Assert.Equal("f.yaml:8:5: relations[0]: \"owns:a-b\" is meant", PlacedRefusal.Lines(refused, s_set.Actors).Last());
    }

    private static RpcException Refused(string message, BadRequest? request, params (string Key, string Value)[] metadata)
    {
        var info = new ErrorInfo { Reason = "INVALID_REQUEST", Domain = "geograph" };
        foreach (var (key, value) in metadata)
            info.Metadata[key] = value;
        var status = new Google.Rpc.Status { Code = (int)Code.InvalidArgument, Message = message, Details = { Any.Pack(info) } };
        if (request is not null)
            status.Details.Add(Any.Pack(request));
        return status.ToRpcException();
    }
}
