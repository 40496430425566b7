using System.Text.RegularExpressions;
using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>What an actor must keep to beyond the form of each field.</summary>
internal static partial class ActorRules
{
    /// <summary>Notes every rule that an actor breaks.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="field">Path of the actor in the request.</param>
    /// <param name="violations">Collects the violations.</param>
    public static void Check(Actor actor, string field, Violations violations)
    {
        if (actor.Id != default && actor.Kind == ActorKind.Unspecified)
            violations.Add(field + ".id", actor.Id.Value, ActorKinds.Rule);
        CheckNames(actor, field, violations);
        CheckCodes(actor, field, violations);
        CheckStocks(actor, field, violations);
        SeaRules.Check(actor, field, violations);
        for (var i = 0; i < actor.Attributes.Count; i++)
            CheckAttribute(actor.Attributes[i], $"{field}.attributes[{i}]", violations);
    }

    private static void CheckNames(Actor actor, string field, Violations violations)
    {
        if (actor.Names.Count == 0 && actor.Kind != ActorKind.Lane)
            violations.Add(field + ".names", "", "an actor other than a lane has at least one name");
    }

    private static void CheckCodes(Actor actor, string field, Violations violations)
    {
        Require(actor.IsoAlpha2.Length == 0 || actor.Kind == ActorKind.State, field + ".iso_alpha2", actor.IsoAlpha2, "only a state has an ISO code");
        Require(actor.IsoAlpha2.Length == 0 || Alpha2().IsMatch(actor.IsoAlpha2), field + ".iso_alpha2", actor.IsoAlpha2, "an ISO 3166 alpha-2 code is two capital letters");
        Require(actor.IsoAlpha3.Length == 0 || actor.Kind == ActorKind.State, field + ".iso_alpha3", actor.IsoAlpha3, "only a state has an ISO code");
        Require(actor.IsoAlpha3.Length == 0 || Alpha3().IsMatch(actor.IsoAlpha3), field + ".iso_alpha3", actor.IsoAlpha3, "an ISO 3166 alpha-3 code is three capital letters");
        Require(actor.MainPort.Length == 0 || SeaRules.IsLocode(actor.MainPort), field + ".main_port", actor.MainPort, SeaRules.Locode);
        if (actor.HsCodes.Count > 0 && actor.Kind != ActorKind.Product)
            violations.Add(field + ".hs_codes", actor.HsCodes[0].ToString(), "only a product has HS codes");

        void Require(bool holds, string path, string value, string rule)
        {
            if (!holds)
                violations.Add(path, value, rule);
        }
    }

    private static void CheckStocks(Actor actor, string field, Violations violations)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actor.Stocks.Count; i++)
        {
            if (actor.Stocks[i].InputGroup.Length == 0)
                violations.Add($"{field}.stocks[{i}].input_group", "", "a stock names its input group");
            else if (!groups.Add(actor.Stocks[i].InputGroup))
                violations.Add($"{field}.stocks[{i}].input_group", actor.Stocks[i].InputGroup, "a group has at most one stock");
        }
    }

    private static void CheckAttribute(ActorAttribute attribute, string field, Violations violations)
    {
        if (!SnakeCase().IsMatch(attribute.Name))
            violations.Add(field + ".name", attribute.Name, "an attribute's name is in snake case");
        if (attribute.Value.Length == 0)
            violations.Add(field + ".value", "", "an attribute has a value");
        else if (attribute.Unit.Length > 0 && !DecimalText.TryParse(attribute.Value, out _))
            violations.Add(field + ".value", attribute.Value, "the value of an attribute with a unit is a decimal: " + DecimalText.Rule);
    }

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Alpha2();

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex Alpha3();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*\z")]
    private static partial Regex SnakeCase();
}
