using System.Reflection;

namespace GeoGraph.ServiceTests.Hosting;

/// <summary>Enums of a domain are cast to and from those of its contract, so they agree in every name and number.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData(typeof(GeoGraph.Agreements.AgreementsHost), "Agreements", 13)]
    [InlineData(typeof(GeoGraph.Actors.ActorsHost), "Actors", 3)]
    public void A_domains_enums_are_those_of_its_contract(Type host, string service, int count)
    {
        var contracts = typeof(GeoGraph.Contracts.Common.V1.Evidence).Assembly;
        var enums = host.Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace == $"GeoGraph.{service}").ToList();
        Assert.Equal(count, enums.Count);
        Assert.All(enums, type =>
        {
            var wire = contracts.GetType($"GeoGraph.Contracts.{service}.V1.{type.Name}");
            Assert.True(wire is not null, $"{type.Name} is not of the contract.");
            Assert.Equal(NumbersOf(wire), NumbersOf(type));
        });
    }

    private static IEnumerable<(string Name, int Number)> NumbersOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (int)field.GetRawConstantValue()!)).OrderBy(entry => entry.Item2);
}
