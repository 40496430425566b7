using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>Turns the tables into actors and relations.</summary>
internal static class EtoGraph
{
    /// <summary>All that the tables say, for a store.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="store">What the store has.</param>
    /// <param name="output">Takes it.</param>
    public static void Build(EtoTables tables, EtoStore store, EtoOutput output)
    {
        var products = new EtoProducts(output);
        var providers = new EtoProviders(store, output);
        products.AddAll(tables);
        products.AddSequence(tables.Sequence);
        providers.AddAll(tables.Providers);
        foreach (var row in tables.Provision)
            AddProvision(row, products, providers, output);
        // Relations stand after all actors, whichever row gave them.
        var ordered = output.Changes.OrderBy(change => change.Change.Actor is null).ToArray();
        output.Changes.Clear();
        output.Changes.AddRange(ordered);
    }

    private static void AddProvision(EtoRow row, EtoProducts products, EtoProviders providers, EtoOutput output)
    {
        var readable = EtoShare.TryRead(row, output.Problems, out var share);
        var product = products.Find(row["provided_id"]);
        if (product is null)
            output.Problems.Add(new Problem(row.PlaceOf("provided_id"), "provided_id", row["provided_id"], "is no stage and no input of the tables"));
        if (!providers.TryFind(row["provider_id"], out var provider, out var place))
            output.Problems.Add(new Problem(row.PlaceOf("provider_id"), "provider_id", row["provider_id"], "is no provider of the tables"));
        else if (provider is null)
            output.Problems.Add(new Problem(row.PlaceOf("provider_id"), "provider_id", row["provider_id"], $"is the provider that could not be read at {place}"));
        if (!readable || product is null || provider is null)
            return;
        if (provider == EtoProviders.Various)
            AddVarious(row, share, product, products, output);
        else
            output.Add(Produces(row, share, provider, product, products), row.Place);
    }

    private static void AddVarious(EtoRow row, string share, string product, EtoProducts products, EtoOutput output)
    {
        if (share.Length > 0)
            products.AddVarious(row["provided_id"], share, row);
        output.Notes.Add(new Problem(row.PlaceOf("provider_name"), "provider_name", row["provider_name"], share.Length > 0
            ? $"is no one actor; the share {share} stands at {product} as share_of_various_providers"
            : "is no one actor and has no share; left out"));
    }

    private static Relation Produces(EtoRow row, string share, string provider, string product, EtoProducts products) => new()
    {
        Id = $"produces:eto-{Slug.Of(row["provider_id"])}-{Slug.Of(row["provided_id"])}",
        Type = RelationType.Produces,
        FromId = provider,
        ToId = product,
        Share = share,
        Evidence = EtoEvidence.Of("provision.csv", row.Line, share.Length > 0 ? products.RowOf(row["provided_id"]) : null),
    };
}
