using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace GeoGraph.StandIns.Tests;

/// <summary>Holds the stand-ins to what the official binaries ask of them.</summary>
public sealed class OfficialBinariesTests
{
    /// <summary>Enough type arguments for any generic context in which a reference may stand.</summary>
    private static readonly Type[] AnyArguments = [.. Enumerable.Repeat(typeof(object), 8)];

    public static TheoryData<Assembly, int> Official => new()
    {
        { typeof(GrpcChannel).Assembly, 100 },
        { typeof(GrpcServiceOptions).Assembly, 100 },
    };

    [Theory]
    [MemberData(nameof(Official))]
    public void Every_reference_into_a_stand_in_resolves(Assembly official, int atLeast)
    {
        using var image = new PEReader(File.OpenRead(official.Location));
        var metadata = image.GetMetadataReader();

        var references = metadata.TypeReferences.Where(type => IsOfStandIn(metadata, type)).Select(type => (EntityHandle)type)
            .Concat(metadata.MemberReferences.Where(member => IsOfStandIn(metadata, member)).Select(member => (EntityHandle)member))
            .ToList();
        var missing = references.Select(reference => Missing(official.ManifestModule, reference)).OfType<string>().ToList();

        Assert.Empty(missing);
        Assert.True(references.Count >= atLeast, $"{references.Count} references were found; at least {atLeast} are known.");
    }

    [Theory]
    [MemberData(nameof(Official))]
    public void Every_type_that_builds_on_a_stand_in_loads(Assembly official, int atLeast) =>
        Assert.True(official.GetTypes().Length > atLeast);

    [Theory]
    [InlineData(typeof(Metadata))]
    [InlineData(typeof(ICompressionProvider))]
    public void A_stand_in_bears_the_official_identity(Type type)
    {
        var name = type.Assembly.GetName();

        Assert.Equal(new Version(2, 0, 0, 0), name.Version);
        Assert.Equal("D754F35622E28BAD", Convert.ToHexString(name.GetPublicKeyToken()!));
    }

    private static string? Missing(Module module, EntityHandle reference)
    {
        try
        {
            module.ResolveMember(MetadataTokens.GetToken(reference), AnyArguments, AnyArguments);
            return null;
        }
        catch (Exception failure) when (failure is TypeLoadException or MissingMemberException or FileNotFoundException)
        {
            return failure.Message;
        }
    }

    private static bool IsOfStandIn(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfStandIn(metadata, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) is "Grpc.Core.Api" or "Grpc.Net.Common",
            _ => false,
        };
    }

    private static bool IsOfStandIn(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var parent = metadata.GetMemberReference(handle).Parent;
        return parent.Kind switch
        {
            HandleKind.TypeReference => IsOfStandIn(metadata, (TypeReferenceHandle)parent),
            HandleKind.TypeSpecification => IsOfStandIn(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
            _ => false,
        };
    }

    /// <summary>Whether a type specification is a generic instance of a stand-in's type: GENERICINST, CLASS or VALUETYPE, type.</summary>
    private static bool IsOfStandIn(MetadataReader metadata, TypeSpecification specification)
    {
        var signature = metadata.GetBlobReader(specification.Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return false;
        signature.ReadByte();
        var generic = signature.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference && IsOfStandIn(metadata, (TypeReferenceHandle)generic);
    }
}
