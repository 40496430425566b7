using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>The page that a list asks for: from which state, after what, how many.</summary>
internal sealed record Page(ReadPoint Point, string After, int Size)
{
    /// <summary>The id after which the page starts; null for the first.</summary>
    public EntityId? AfterId => EntityId.TryParse(After, out var id) ? id : null;

    /// <summary>Reads the paging fields of a request; later pages come from the state of the first.</summary>
    public static Page Of(IMessage request, string pageToken, int pageSize, Common.ReadOptions? read, RequestFields fields)
    {
        var size = fields.PageSize(pageSize);
        var point = fields.Read(read, ServiceNames.Agreements);
        return PageTokens.Read(request, pageToken) is { } cursor && cursor.State.For(ServiceNames.Agreements) is { } revision
            ? new Page(ReadPoint.Exact(revision), cursor.After, size)
            : new Page(point, "", size);
    }

    /// <summary>The token of the page after <paramref name="last"/>; empty where there is none.</summary>
    public static string Next(IMessage request, Revision revision, EntityId? last) => Next(request, revision, last?.Value);

    /// <summary>The token of the page after <paramref name="last"/>; empty where there is none.</summary>
    public static string Next(IMessage request, Revision revision, string? last) =>
        last is null ? "" : PageTokens.Print(request, new PageCursor(RevisionToken.Of(ServiceNames.Agreements, revision), last));
}
