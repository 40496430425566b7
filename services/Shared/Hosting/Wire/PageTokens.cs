using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GeoGraph.Core;
using Google.Protobuf;

namespace GeoGraph.Hosting.Wire;

/// <summary>Where a list goes on.</summary>
/// <param name="State">The state that the first page was read from; every page comes from it.</param>
/// <param name="After">The last item of the page before, in the list's own words, as its id.</param>
public sealed record PageCursor(RevisionToken State, string After);

/// <summary>
/// Page tokens: opaque texts that carry a cursor and a checksum of the list's arguments. The checksum catches mistakes; a token grants nothing
/// that the arguments would not, so it is not signed.
/// </summary>
public static class PageTokens
{
    private const string Version = "1";

    /// <summary>The token of the page that goes on after <paramref name="cursor"/>.</summary>
    /// <param name="request">The list's request; all its fields but <c>page_size</c> and <c>page_token</c> must stay the same for the next page.</param>
    /// <param name="cursor">Where to go on.</param>
    public static string Print(IMessage request, PageCursor cursor) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', Version, Checksum(request), cursor.State.ToString(), cursor.After)));

    /// <summary>The cursor of the request's page token; null for the first page.</summary>
    /// <param name="request">The list's request.</param>
    /// <param name="pageToken">Its page token.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/>: the token is not of this list, or other arguments changed.</exception>
    public static PageCursor? Read(IMessage request, string pageToken)
    {
        if (pageToken.Length == 0)
            return null;
        var parts = Decode(pageToken);
        if (parts.Length != 4 || parts[0] != Version || !RevisionToken.TryParse(parts[2], out var state))
            throw NotGiven();
        if (parts[1] != Checksum(request))
            throw new GeoGraphException(ErrorReason.InvalidPageToken, "page_token belongs to a list with other arguments; only page_size may change between pages.");
        return new PageCursor(state, parts[3]);
    }

    /// <summary>An <see cref="ErrorReason.InvalidPageToken"/>: the token is made up, or another list's.</summary>
    public static GeoGraphException NotGiven() => new(ErrorReason.InvalidPageToken, "page_token is not one that this list gave.");

    private static string[] Decode(string pageToken)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(pageToken)).Split('\n', 4);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string Checksum(IMessage request)
    {
        var arguments = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        foreach (var name in (ReadOnlySpan<string>)["page_size", "page_token"])
            request.Descriptor.FindFieldByName(name)?.Accessor.Clear(arguments);
        var bytes = Encoding.UTF8.GetBytes(request.Descriptor.FullName + "\n").Concat(arguments.ToByteArray()).ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }
}
