using GeoGraph.StandIns.Tests.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.StandIns.Tests;

/// <summary>Messages into bytes and back, by either form of marshaller.</summary>
public sealed class MarshallerTests
{
    [Fact]
    public void A_marshaller_over_contexts_serves_arrays_too()
    {
        var marshaller = Marshallers.Create(
            (SayRequest message, SerializationContext context) =>
            {
                context.SetPayloadLength(message.CalculateSize());
                message.WriteTo(context.GetBufferWriter());
                context.Complete();
            },
            context => SayRequest.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));

        var bytes = marshaller.Serializer(new SayRequest { Text = "hello" });

        Assert.Equal(new SayRequest { Text = "hello" }.ToByteArray(), bytes);
        Assert.Equal("hello", marshaller.Deserializer(bytes).Text);
    }

    [Fact]
    public void A_serializer_that_does_not_complete_is_an_error()
    {
        var marshaller = Marshallers.Create((string _, SerializationContext _) => { }, _ => "");

        Assert.Throws<InvalidOperationException>(() => marshaller.Serializer("text"));
    }

    [Fact]
    public void Text_goes_as_utf_8() =>
        Assert.Equal("台積電", Marshallers.StringMarshaller.Deserializer(Marshallers.StringMarshaller.Serializer("台積電")));

    [Fact]
    public void A_method_has_its_path_as_full_name()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "package.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        Assert.Equal("/package.Service/Do", method.FullName);
    }

    [Fact]
    public void A_service_defines_a_method_once()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "package.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, (request, _) => Task.FromResult(request));

        Assert.Throws<ArgumentException>(() => builder.AddMethod(method, (request, _) => Task.FromResult(request)));
    }
}
