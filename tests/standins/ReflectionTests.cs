using GeoGraph.StandIns.Tests.Server;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Alpha = Grpc.Reflection.V1Alpha;

namespace GeoGraph.StandIns.Tests;

/// <summary>The reflection service, in both versions.</summary>
public sealed class ReflectionTests
{
    private static readonly string[] Services =
    [
        "geograph.standins.v1.EchoService",
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
    ];

    [Fact]
    public async Task V1_lists_every_mapped_service()
    {
        await using var server = await TestServer.StartAsync();

        var response = await AskAsync(server, new ServerReflectionRequest { Host = "here", ListServices = "" });

        Assert.Equal(Services, response.ListServicesResponse.Service.Select(service => service.Name));
        Assert.Equal("here", response.ValidHost);
    }

    [Fact]
    public async Task V1alpha_lists_every_mapped_service()
    {
        await using var server = await TestServer.StartAsync();

        var response = await AskAlphaAsync(server, new Alpha.ServerReflectionRequest { ListServices = "" });

        Assert.Equal(Services, response.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("geograph.standins.v1.EchoService")]
    [InlineData("geograph.standins.v1.EchoService.Say")]
    [InlineData("geograph.standins.v1.SayResponse")]
    [InlineData("geograph.standins.v1.SayResponse.said_at")]
    public async Task The_file_of_a_symbol_comes_with_what_it_imports(string symbol)
    {
        await using var server = await TestServer.StartAsync();

        var response = await AskAsync(server, new ServerReflectionRequest { FileContainingSymbol = symbol });
        var alpha = await AskAlphaAsync(server, new Alpha.ServerReflectionRequest { FileContainingSymbol = symbol });

        var files = response.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom).ToList();
        Assert.Equal(["echo.proto", "google/protobuf/timestamp.proto"], files.Select(file => file.Name));
        Assert.Equal(response.FileDescriptorResponse.ToByteString(), alpha.FileDescriptorResponse.ToByteString());
    }

    [Fact]
    public async Task A_file_is_found_by_its_name()
    {
        await using var server = await TestServer.StartAsync();

        var response = await AskAsync(server, new ServerReflectionRequest { FileByFilename = "google/protobuf/timestamp.proto" });

        Assert.Single(response.FileDescriptorResponse.FileDescriptorProto);
    }

    [Fact]
    public async Task What_is_not_known_is_an_error_in_the_stream()
    {
        await using var server = await TestServer.StartAsync();

        var symbol = await AskAsync(server, new ServerReflectionRequest { FileContainingSymbol = "no.such.Thing" });
        var extension = await AskAsync(server, new ServerReflectionRequest { AllExtensionNumbersOfType = "no.such.Thing" });

        Assert.Equal((int)StatusCode.NotFound, symbol.ErrorResponse.ErrorCode);
        Assert.Equal((int)StatusCode.Unimplemented, extension.ErrorResponse.ErrorCode);
    }

    private static async Task<ServerReflectionResponse> AskAsync(TestServer server, ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync().SingleAsync();
    }

    private static async Task<Alpha.ServerReflectionResponse> AskAlphaAsync(TestServer server, Alpha.ServerReflectionRequest request)
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync().SingleAsync();
    }
}
